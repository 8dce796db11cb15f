package org.storywire.processor.article;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Lines that a source's recent articles showed: for each a 32-bit print, in how many articles, on
 * how many distinct days, and the last of them. Bounded: at most {@value #MAX_LINES} lines in 8 KB;
 * lines seen once and longest ago are forgotten first, and all counts are halved whenever {@value
 * #AGEING_ARTICLES} articles have been counted, so that furniture which a site gave up fades.
 * Immutable. Beside them, the language that the source writes in. The bytes are the table itself,
 * sorted by print, so that reading costs nothing.
 */
public final class LineTable {

  /** Most lines held. */
  public static final int MAX_LINES = 1020;

  /** Articles after which all counts are halved. */
  public static final int AGEING_ARTICLES = 250;

  /** Nothing seen yet. */
  public static final LineTable EMPTY = new LineTable(header(0));

  private static final byte VERSION = 2;

  /** Version, articles, language (three letters, blanks behind), and how far it leads. */
  private static final int HEADER = 6;

  private static final int LANGUAGE = 2;
  private static final int LANGUAGE_LENGTH = 3;
  private static final int LEAD = 5;

  /** A change of language shows after so many articles, at most. */
  private static final int MAX_LEAD = 20;

  /** An article or two are no habit. */
  private static final int MIN_LEAD = 2;

  private static final int ENTRY = 8;
  private static final int KEPT_LINES = 900;
  private static final int MAX_DAY = 0xffff;

  private final ByteBuffer bytes;

  private LineTable(byte[] bytes) {
    this.bytes = ByteBuffer.wrap(bytes);
  }

  /**
   * Reads a table.
   *
   * @throws IllegalArgumentException if the bytes are not those of {@link #toBytes()}
   */
  public static LineTable fromBytes(byte[] bytes) {
    if (bytes.length < HEADER || bytes[0] != VERSION || (bytes.length - HEADER) % ENTRY != 0) {
      throw new IllegalArgumentException(
          "illegal line table: " + bytes.length + " bytes, version must be " + VERSION);
    }
    return new LineTable(bytes.clone());
  }

  /**
   * The table in at most 8,192 bytes: version, count of articles, language with its lead, then 8
   * bytes a line.
   */
  public byte[] toBytes() {
    return bytes.array().clone();
  }

  /** Lines held [0..{@value #MAX_LINES}]. */
  public int size() {
    return (bytes.capacity() - HEADER) / ENTRY;
  }

  /** Articles counted since counts were last halved, half of those before included [0..250]. */
  public int articles() {
    return bytes.get(1) & 0xff;
  }

  /** In how many recent articles the line was seen; halved with age. */
  int count(int print) {
    int at = find(print);
    return at < 0 ? 0 : countAt(at);
  }

  /** On how many distinct days the line was seen [0..255]. */
  int days(int print) {
    int at = find(print);
    return at < 0 ? 0 : daysAt(at);
  }

  /** Last day the line was seen on [days since epoch]; -1 if it never was. */
  int lastDay(int print) {
    int at = find(print);
    return at < 0 ? -1 : lastDayAt(at);
  }

  /**
   * Counts one more article's lines.
   *
   * @param prints prints of the article's lines, repeats allowed, any order
   * @param epochDay event day of the article; one before a line's last day adds no day to it
   */
  LineTable withArticle(int[] prints, long epochDay) {
    int day = (int) Math.max(0, Math.min(MAX_DAY, epochDay));
    int[] added = prints.clone();
    Arrays.sort(added);
    int distinct = 0;
    for (int i = 0; i < added.length; i++) {
      if (i == 0 || added[i] != added[i - 1]) {
        added[distinct++] = added[i];
      }
    }
    byte[] merged = new byte[HEADER + (size() + distinct) * ENTRY];
    ByteBuffer out = ByteBuffer.wrap(merged);
    head(out, articles() + 1);
    merge(Arrays.copyOf(added, distinct), day, out);
    LineTable table = new LineTable(Arrays.copyOf(merged, out.position()));
    table = table.articles() >= AGEING_ARTICLES ? table.halved() : table;
    return table.size() > MAX_LINES ? table.withoutOldest() : table;
  }

  private void merge(int[] added, int day, ByteBuffer out) {
    int old = 0;
    for (int print : added) {
      int at = place(print, old);
      copy(old, at, out);
      old = at;
      if (at == size() || printAt(at) != print) {
        put(out, print, 1, 1, day);
      } else {
        boolean newDay = day > lastDayAt(old);
        put(
            out,
            printAt(old),
            Math.min(255, countAt(old) + 1),
            Math.min(255, daysAt(old) + (newDay ? 1 : 0)),
            newDay ? day : lastDayAt(old));
        old++;
      }
    }
    copy(old, size(), out);
  }

  private void copy(int from, int to, ByteBuffer out) {
    out.put(bytes.array(), HEADER + from * ENTRY, (to - from) * ENTRY);
  }

  private LineTable halved() {
    ByteBuffer out = ByteBuffer.allocate(bytes.capacity());
    head(out, articles() / 2);
    for (int i = 0; i < size(); i++) {
      if (countAt(i) > 1) {
        put(out, printAt(i), countAt(i) / 2, daysAt(i), lastDayAt(i));
      }
    }
    return new LineTable(Arrays.copyOf(out.array(), out.position()));
  }

  /**
   * Keeps the lines seen most often, then latest; among equals those with the smallest print. Makes
   * room for several articles at once.
   */
  private LineTable withoutOldest() {
    int surplus = size() - KEPT_LINES;
    long[] ranks = new long[size()];
    for (int i = 0; i < ranks.length; i++) {
      ranks[i] = rank(i);
    }
    Arrays.sort(ranks);
    long lowestKept = ranks[surplus];
    ByteBuffer out = ByteBuffer.allocate(HEADER + KEPT_LINES * ENTRY);
    head(out, articles());
    for (int i = 0; i < size(); i++) {
      if (rank(i) >= lowestKept) {
        put(out, printAt(i), countAt(i), daysAt(i), lastDayAt(i));
      }
    }
    return new LineTable(out.array());
  }

  /** Distinct for distinct prints, for the print itself breaks ties. */
  private long rank(int i) {
    return (long) Math.min(127, countAt(i)) << 48
        | (long) lastDayAt(i) << 32
        | (~printAt(i) & 0xffffffffL);
  }

  private int find(int print) {
    int at = place(print, 0);
    return at < size() && printAt(at) == print ? at : -1;
  }

  /** The first entry from {@code from} on whose print is not smaller; the size if there is none. */
  private int place(int print, int from) {
    int low = from;
    int high = size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (printAt(middle) < print) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private int printAt(int i) {
    return bytes.getInt(HEADER + i * ENTRY);
  }

  private int countAt(int i) {
    return bytes.get(HEADER + i * ENTRY + 4) & 0xff;
  }

  private int daysAt(int i) {
    return bytes.get(HEADER + i * ENTRY + 5) & 0xff;
  }

  private int lastDayAt(int i) {
    return bytes.getShort(HEADER + i * ENTRY + 6) & 0xffff;
  }

  private static void put(ByteBuffer out, int print, int count, int days, int lastDay) {
    out.putInt(print).put((byte) count).put((byte) days).putShort((short) lastDay);
  }

  private void head(ByteBuffer out, int articles) {
    out.put(VERSION).put((byte) articles).put(bytes.array(), LANGUAGE, LANGUAGE_LENGTH + 1);
  }

  private static byte[] header(int articles) {
    return new byte[] {VERSION, (byte) articles, ' ', ' ', ' ', 0};
  }

  /** The language that the source writes in as a rule; empty if it is not known, or none leads. */
  Optional<String> language() {
    String language =
        new String(bytes.array(), LANGUAGE, LANGUAGE_LENGTH, StandardCharsets.US_ASCII).strip();
    return bytes.get(LEAD) < MIN_LEAD ? Optional.empty() : Optional.of(language);
  }

  /**
   * Takes note of one more article's language: a majority vote in constant space (Boyer, Moore
   * 1991), bounded, so that a source may change.
   *
   * @param language ISO 639 code of two or three letters
   */
  LineTable withLanguage(String language) {
    byte[] changed = bytes.array().clone();
    byte[] code =
        (language + "   ").substring(0, LANGUAGE_LENGTH).getBytes(StandardCharsets.US_ASCII);
    boolean same =
        Arrays.equals(changed, LANGUAGE, LANGUAGE + LANGUAGE_LENGTH, code, 0, code.length);
    if (same || changed[LEAD] == 0) {
      System.arraycopy(code, 0, changed, LANGUAGE, code.length);
      changed[LEAD] = (byte) Math.min(MAX_LEAD, changed[LEAD] + 1);
    } else {
      changed[LEAD]--;
    }
    return new LineTable(changed);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LineTable table && bytes.equals(table.bytes);
  }

  @Override
  public int hashCode() {
    return bytes.hashCode();
  }

  @Override
  public String toString() {
    return "LineTable[lines=" + size() + ", articles=" + articles() + "]";
  }
}
