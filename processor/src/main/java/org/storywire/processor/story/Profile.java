package org.storywire.processor.story;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * The hashed features of an article: for each key space its distinct keys in ascending order, each
 * with its counts in the fields of that space. Never changes.
 */
final class Profile {

  private static final Field[] FIELDS = Field.values();
  private static final Field[][] FIELDS_OF = fieldsOf();

  private final int[] keys;
  private final int[] packed;
  private final int[] ends;
  private final int[] sizes = new int[Field.COUNT];

  private Profile(int[] keys, int[] packed, int[] ends) {
    this.keys = keys;
    this.packed = packed;
    this.ends = ends;
    for (Field field : FIELDS) {
      int space = field.space().ordinal();
      for (int i = from(space); i < ends[space]; i++) {
        sizes[field.ordinal()] += field.count(packed[i]) > 0 ? 1 : 0;
      }
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
    int[] keys = new int[total];
    int[] packed = new int[total];
    int at = 0;
    for (long[] entries : features) {
      for (long entry : entries) {
        keys[at] = (int) (entry >> 32);
        packed[at++] = (int) entry;
      }
    }
    return new Profile(keys, packed, ends);
  }

  /** Number of keys over all spaces. */
  int size() {
    return keys.length;
  }

  int from(int space) {
    return space == 0 ? 0 : ends[space - 1];
  }

  int to(int space) {
    return ends[space];
  }

  int key(int i) {
    return keys[i];
  }

  /** Counts of feature {@code i} in the fields of its space; {@link Field#count} reads them. */
  int packed(int i) {
    return packed[i];
  }

  /** Number of distinct features of a field. */
  int size(Field field) {
    return sizes[field.ordinal()];
  }

  /** Place of a key of a space; negative if absent. */
  int find(int space, int key) {
    return Arrays.binarySearch(keys, from(space), to(space), key);
  }

  /** Whether a field has a key. */
  boolean has(Field field, int key) {
    int at = find(field.space().ordinal(), key);
    return at >= 0 && field.count(packed[at]) > 0;
  }

  /** The keys of a field, ascending. */
  int[] keys(Field field) {
    int[] found = new int[size(field)];
    int space = field.space().ordinal();
    int next = 0;
    for (int i = from(space); i < to(space); i++) {
      if (field.count(packed[i]) > 0) {
        found[next++] = keys[i];
      }
    }
    return found;
  }

  /** With only those words, name pairs and numbers that pass; all other fields stay whole. */
  Profile keep(IntPredicate passes) {
    int[] keptKeys = new int[keys.length];
    int[] keptCounts = new int[keys.length];
    int[] keptEnds = new int[ends.length];
    int size = 0;
    for (int space = 0; space < ends.length; space++) {
      Field thinned = FIELDS_OF[space][0];
      boolean all = thinned != Field.TERMS && thinned != Field.PAIRS && thinned != Field.NUMBERS;
      for (int i = from(space); i < to(space); i++) {
        int counts = all || passes.test(keys[i]) ? packed[i] : thinned.cleared(packed[i]);
        if (counts != 0) {
          keptKeys[size] = keys[i];
          keptCounts[size++] = counts;
        }
      }
      keptEnds[space] = size;
    }
    return new Profile(Arrays.copyOf(keptKeys, size), Arrays.copyOf(keptCounts, size), keptEnds);
  }

  /** By space: number of keys, then each key with which fields have it and, if not 1, how often. */
  void write(ByteWriter out) {
    for (int space = 0; space < ends.length; space++) {
      out.number(to(space) - from(space));
      for (int i = from(space); i < to(space); i++) {
        out.fixed(keys[i]);
        writeCounts(out, FIELDS_OF[space], packed[i]);
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
    int[] keys = new int[256];
    int[] packed = new int[256];
    int[] ends = new int[Field.Space.COUNT];
    int size = 0;
    for (int space = 0; space < ends.length; space++) {
      int more = in.integer();
      if (size + more > keys.length) {
        keys = Arrays.copyOf(keys, Math.max(size + more, keys.length * 2));
        packed = Arrays.copyOf(packed, keys.length);
      }
      for (int i = 0; i < more; i++) {
        keys[size] = in.fixed();
        packed[size++] = readCounts(in, FIELDS_OF[space]);
      }
      ends[space] = size;
    }
    return new Profile(Arrays.copyOf(keys, size), Arrays.copyOf(packed, size), ends);
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
