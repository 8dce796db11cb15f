package org.storywire.processor.story;

import java.util.Arrays;
import org.storywire.processor.story.features.IntTable;

/**
 * For each key the slots of the articles that carry it, in no order. Most keys have one article: it
 * stands in the table itself. The others lie in blocks of one array: capacity, size, slots.
 */
final class Postings {

  private static final int HEAD = 2;
  private static final int SMALLEST = 4;

  /** Below 0: the only slot, complemented; above 0: where the block begins. */
  private final IntTable table = new IntTable(1 << 12);

  private int[] pool = new int[1 << 12];
  private int end = 1;

  /** By the binary logarithm of a block's capacity: the first free block, which names the next. */
  private final int[] free = new int[32];

  /** Where a key's slots are to be asked for; 0 if no article has the key. */
  int find(int key) {
    return table.get(key);
  }

  /** How many articles carry the key of a place. */
  int size(int place) {
    return place < 0 ? 1 : place == 0 ? 0 : pool[place + 1];
  }

  /** Slot {@code i} of a place. */
  int slot(int place, int i) {
    return place < 0 ? ~place : pool[place + HEAD + i];
  }

  void add(int key, int slot) {
    int place = table.get(key);
    if (place == 0) {
      table.put(key, ~slot);
      return;
    }
    int block = place > 0 && pool[place + 1] < pool[place] ? place : larger(place);
    pool[block + HEAD + pool[block + 1]++] = slot;
    if (block != place) {
      table.put(key, block);
    }
  }

  void remove(int key, int slot) {
    int place = table.get(key);
    if (place == ~slot) {
      table.put(key, 0);
    } else if (place > 0) {
      removeFrom(place, key, slot);
    }
  }

  private void removeFrom(int block, int key, int slot) {
    int last = pool[block + 1] - 1;
    for (int i = 0; i <= last; i++) {
      if (pool[block + HEAD + i] == slot) {
        pool[block + HEAD + i] = pool[block + HEAD + last];
        pool[block + 1] = last;
        break;
      }
    }
    if (pool[block + 1] == 1) {
      table.put(key, ~pool[block + HEAD]);
      release(block);
    }
  }

  /** A block with room for more, with the slots of the place. */
  private int larger(int place) {
    if (place < 0) {
      int block = newBlock(SMALLEST);
      pool[block + 1] = 1;
      pool[block + HEAD] = ~place;
      return block;
    }
    int block = newBlock(pool[place] * 2);
    System.arraycopy(pool, place + 1, pool, block + 1, pool[place] + 1);
    release(place);
    return block;
  }

  private int newBlock(int capacity) {
    int kind = Integer.numberOfTrailingZeros(capacity);
    int block = free[kind];
    if (block != 0) {
      free[kind] = pool[block + 1];
      return block;
    }
    block = end;
    end += HEAD + capacity;
    if (end > pool.length) {
      pool = Arrays.copyOf(pool, Math.max(end, pool.length + (pool.length >> 1)));
    }
    pool[block] = capacity;
    return block;
  }

  private void release(int block) {
    int kind = Integer.numberOfTrailingZeros(pool[block]);
    pool[block + 1] = free[kind];
    free[kind] = block;
  }
}
