package org.storywire.processor.story.features;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.IntPredicate;
import org.storywire.processor.text.ByteReader;
import org.storywire.processor.text.ByteWriter;

/**
 * What the ordered stage needs to know of an article's text: hashed words, names, streets, figures
 * and dates for comparison; sentences, quotations and mentions for what is new. Immutable.
 */
public final class StoryFeatures {

  private static final int VERSION = 3;

  /** Most articles take less. */
  private static final int USUAL_BYTES = 4096;

  private final Profile profile;
  private final int[] days;
  private final int length;
  private final List<Passage> sentences;
  private final List<Passage> quotations;
  private final List<Mention> people;
  private final List<Mention> figures;

  StoryFeatures(
      Profile profile,
      int[] days,
      int length,
      List<Passage> sentences,
      List<Passage> quotations,
      List<Mention> people,
      List<Mention> figures) {
    this.profile = profile;
    this.days = days.clone();
    this.length = length;
    this.sentences = List.copyOf(sentences);
    this.quotations = List.copyOf(quotations);
    this.people = List.copyOf(people);
    this.figures = List.copyOf(figures);
  }

  /** Without the passages, which a held article keeps in a shorter form. */
  public StoryFeatures withoutPassages() {
    return new StoryFeatures(profile, days, length, List.of(), List.of(), people, figures);
  }

  /** With only those content words, names and numbers that pass; streets and ages stay. */
  public StoryFeatures keep(IntPredicate passes) {
    return new StoryFeatures(
        profile.keep(passes), days, length, sentences, quotations, people, figures);
  }

  public Profile profile() {
    return profile;
  }

  /** Days that the text mentions, as days since 1970-01-01, sorted, distinct. */
  public int[] days() {
    return days;
  }

  /** Length of title and body [tokens]. */
  public int length() {
    return length;
  }

  public List<Passage> sentences() {
    return sentences;
  }

  public List<Passage> quotations() {
    return quotations;
  }

  public List<Mention> people() {
    return people;
  }

  public List<Mention> figures() {
    return figures;
  }

  /** Compact form, version byte first; {@link #fromBytes} reads it back. */
  public byte[] toBytes() {
    ByteWriter out = new ByteWriter(USUAL_BYTES).raw(VERSION);
    profile.write(out);
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
    Profile profile = Profile.read(in);
    int[] days = new int[in.count(1)];
    int before = 0;
    for (int i = 0; i < days.length; i++) {
      before += (int) in.signed();
      days[i] = before;
    }
    return new StoryFeatures(
        profile,
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
    int size = in.count(1);
    List<T> items = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      items.add(read.apply(in));
    }
    return items;
  }
}
