package org.storywire.processor.story.features;

import java.util.Arrays;
import java.util.function.IntPredicate;
import org.storywire.processor.text.ByteReader;
import org.storywire.processor.text.ByteWriter;

/**
 * The hashed features of an article: for each key space its distinct keys in ascending order, each
 * with its counts in the fields of that space. Never changes.
 */
public final class Profile {

  private static final Field[] FIELDS = Field.values();
  private static final Field[][] FIELDS_OF = fieldsOf();

  /** Features of one space after the other: key above, packed counts below, which are never 0. */
  private final long[] entries;

  private final int[] ends;
  private final int[] sizes = new int[Field.COUNT];

  private Profile(long[] entries, int[] ends) {
    this.entries = entries;
    this.ends = ends;
    for (Field field : FIELDS) {
      int space = field.space().ordinal();
      int to = ends[space];
      int size = 0;
      for (int i = from(space); i < to; i++) {
        size += field.count((int) entries[i]) > 0 ? 1 : 0;
      }
      sizes[field.ordinal()] = size;
    }
  }

  /** Features by space: each key with its packed counts below it, by ascending keys. */
  static Profile of(long[][] features) {
    int[] ends = new int[Field.Space.COUNT];
    int total = 0;
    for (int space = 0; space < ends.length; space++) {
      total += features[space].length;
      ends[space] = total;
    }
    long[] entries = Arrays.copyOf(features[0], total);
    for (int space = 1; space < ends.length; space++) {
      System.arraycopy(features[space], 0, entries, ends[space - 1], features[space].length);
    }
    return new Profile(entries, ends);
  }

  /** Number of keys over all spaces. */
  public int size() {
    return entries.length;
  }

  public int from(int space) {
    return space == 0 ? 0 : ends[space - 1];
  }

  public int to(int space) {
    return ends[space];
  }

  public int key(int i) {
    return (int) (entries[i] >> 32);
  }

  /** Counts of feature {@code i} in the fields of its space; {@link Field#count} reads them. */
  public int packed(int i) {
    return (int) entries[i];
  }

  /** Number of distinct features of a field. */
  public int size(Field field) {
    return sizes[field.ordinal()];
  }

  /** Place of a key of a space; negative if absent. */
  public int find(int space, int key) {
    int above = ~Arrays.binarySearch(entries, from(space), to(space), (long) key << 32);
    return above < to(space) && key(above) == key ? above : -1;
  }

  /** Whether a field has a key. */
  public boolean has(Field field, int key) {
    int at = find(field.space().ordinal(), key);
    return at >= 0 && field.count(packed(at)) > 0;
  }

  /** The keys of a field, ascending. */
  public int[] keys(Field field) {
    int[] found = new int[size(field)];
    int space = field.space().ordinal();
    int next = 0;
    for (int i = from(space); i < to(space); i++) {
      if (field.count(packed(i)) > 0) {
        found[next++] = key(i);
      }
    }
    return found;
  }

  /** With only those words, name pairs and numbers that pass; all other fields stay whole. */
  Profile keep(IntPredicate passes) {
    long[] kept = new long[entries.length];
    int[] keptEnds = new int[ends.length];
    int size = 0;
    for (int space = 0; space < ends.length; space++) {
      Field thinned = FIELDS_OF[space][0];
      boolean all = thinned != Field.TERMS && thinned != Field.PAIRS && thinned != Field.NUMBERS;
      for (int i = from(space); i < to(space); i++) {
        int counts = all || passes.test(key(i)) ? packed(i) : thinned.cleared(packed(i));
        if (counts != 0) {
          kept[size++] = entry(key(i), counts);
        }
      }
      keptEnds[space] = size;
    }
    return new Profile(Arrays.copyOf(kept, size), keptEnds);
  }

  private static long entry(int key, int counts) {
    return (long) key << 32 | counts;
  }

  /** By space: number of keys, then each key with which fields have it and, if not 1, how often. */
  void write(ByteWriter out) {
    for (int space = 0; space < ends.length; space++) {
      out.number(to(space) - from(space));
      for (int i = from(space); i < to(space); i++) {
        out.fixed(key(i));
        writeCounts(out, FIELDS_OF[space], packed(i));
      }
    }
  }

  private static void writeCounts(ByteWriter out, Field[] fields, int counts) {
    if (counts == 1) { // Once, in the first field alone: most are.
      out.raw(2);
      return;
    }
    int present = 0;
    boolean severalTimes = false;
    for (int f = 0; f < fields.length; f++) {
      int count = fields[f].count(counts);
      present |= count > 0 ? 2 << f : 0;
      severalTimes |= count > 1;
    }
    out.raw(present | (severalTimes ? 1 : 0));
    for (Field field : fields) {
      if (severalTimes && field.count(counts) > 0) {
        out.raw(field.count(counts));
      }
    }
  }

  static Profile read(ByteReader in) {
    long[] entries = new long[256];
    int[] ends = new int[Field.Space.COUNT];
    int size = 0;
    for (int space = 0; space < ends.length; space++) {
      int more = in.count(5);
      if (size + more > entries.length) {
        entries = Arrays.copyOf(entries, Math.max(size + more, entries.length * 2));
      }
      for (int i = 0; i < more; i++) {
        entries[size++] = entry(in.fixed(), readCounts(in, FIELDS_OF[space]));
      }
      ends[space] = size;
    }
    return new Profile(Arrays.copyOf(entries, size), ends);
  }

  private static int readCounts(ByteReader in, Field[] fields) {
    int header = in.raw();
    boolean severalTimes = (header & 1) != 0;
    int counts = 0;
    for (int f = 0; f < fields.length; f++) {
      if ((header & 2 << f) != 0) {
        counts += fields[f].once() * (severalTimes ? in.raw() : 1);
      }
    }
    return counts;
  }

  private static Field[][] fieldsOf() {
    Field[][] fields = new Field[Field.Space.COUNT][];
    for (Field.Space space : Field.Space.values()) {
      fields[space.ordinal()] =
          Arrays.stream(FIELDS).filter(field -> field.space() == space).toArray(Field[]::new);
    }
    return fields;
  }
}
