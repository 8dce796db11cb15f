package org.storywire.processor.story;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * What the ordered stage needs to know of an article's text: hashed words, names, streets, figures
 * and dates for comparison; sentences, quotations and mentions for what is new. Immutable.
 */
public final class StoryFeatures {

  /** Fields whose features are counted for rarity; the others use the keys of these. */
  static final List<Field> COUNTED =
      List.of(Field.TERMS, Field.PAIRS, Field.STREETS, Field.NUMBERS, Field.AGES, Field.PLACES);

  private static final int VERSION = 1;

  private final Bag[] bags;
  private final int[] days;
  private final int length;
  private final List<Passage> sentences;
  private final List<Passage> quotations;
  private final List<Mention> people;
  private final List<Mention> figures;

  StoryFeatures(
      Bag[] bags,
      int[] days,
      int length,
      List<Passage> sentences,
      List<Passage> quotations,
      List<Mention> people,
      List<Mention> figures) {
    this.bags = bags.clone();
    this.days = days.clone();
    this.length = length;
    this.sentences = List.copyOf(sentences);
    this.quotations = List.copyOf(quotations);
    this.people = List.copyOf(people);
    this.figures = List.copyOf(figures);
  }

  /** Without the passages, which a held article keeps in a shorter form. */
  StoryFeatures withoutPassages() {
    return new StoryFeatures(bags, days, length, List.of(), List.of(), people, figures);
  }

  /** With only those content words, names and numbers that pass; streets and ages stay. */
  StoryFeatures keep(java.util.function.IntPredicate passes) {
    Bag[] fewer = bags.clone();
    for (Field field : List.of(Field.TERMS, Field.NUMBERS, Field.PAIRS)) {
      fewer[field.ordinal()] = bag(field).keep(passes);
    }
    return new StoryFeatures(fewer, days, length, sentences, quotations, people, figures);
  }

  Bag bag(Field field) {
    return bags[field.ordinal()];
  }

  /** Days that the text mentions, as days since 1970-01-01, sorted, distinct. */
  int[] days() {
    return days;
  }

  /** Length of title and body [tokens]. */
  int length() {
    return length;
  }

  List<Passage> sentences() {
    return sentences;
  }

  List<Passage> quotations() {
    return quotations;
  }

  List<Mention> people() {
    return people;
  }

  List<Mention> figures() {
    return figures;
  }

  /** Compact form, version byte first; {@link #fromBytes} reads it back. */
  public byte[] toBytes() {
    ByteWriter out = new ByteWriter().raw(VERSION);
    for (Bag bag : bags) {
      bag.write(out);
    }
    out.number(days.length);
    int before = 0;
    for (int day : days) {
      out.signed(day - before);
      before = day;
    }
    out.number(length);
    writeAll(out, sentences, Passage::write);
    writeAll(out, quotations, Passage::write);
    writeAll(out, people, Mention::write);
    writeAll(out, figures, Mention::write);
    return out.toBytes();
  }

  /**
   * Reads the compact form.
   *
   * @throws IllegalArgumentException if it was written by another version
   */
  public static StoryFeatures fromBytes(byte[] bytes) {
    ByteReader in = new ByteReader(bytes, VERSION, "story features");
    Bag[] bags = new Bag[Field.COUNT];
    for (int i = 0; i < bags.length; i++) {
      bags[i] = Bag.read(in);
    }
    int[] days = new int[in.integer()];
    int before = 0;
    for (int i = 0; i < days.length; i++) {
      before += (int) in.signed();
      days[i] = before;
    }
    return new StoryFeatures(
        bags,
        days,
        in.integer(),
        readAll(in, Passage::read),
        readAll(in, Passage::read),
        readAll(in, Mention::read),
        readAll(in, Mention::read));
  }

  private static <T> void writeAll(ByteWriter out, List<T> items, BiConsumer<T, ByteWriter> write) {
    out.number(items.size());
    items.forEach(item -> write.accept(item, out));
  }

  private static <T> List<T> readAll(ByteReader in, Function<ByteReader, T> read) {
    int size = in.integer();
    List<T> items = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      items.add(read.apply(in));
    }
    return items;
  }
}
