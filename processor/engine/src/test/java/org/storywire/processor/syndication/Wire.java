package org.storywire.processor.syndication;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.storywire.processor.text.Document;

/** Invented articles, and a judge with a memory that a test can look into. */
final class Wire {

  static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private final SyndicationConfig config;
  final TreeMap<Long, byte[]> stored = new TreeMap<>();
  private Syndicator syndicator;
  private final Fingerprinter fingerprinter;

  Wire() {
    this(SyndicationConfig.defaults());
  }

  Wire(SyndicationConfig config) {
    this.config = config;
    this.fingerprinter = new Fingerprinter();
    restart();
  }

  /** An article as the tests give it. */
  record Item(
      String id,
      String source,
      Instant at,
      String title,
      String body,
      List<String> credits,
      int revision,
      Instant received) {

    Item(String id, String source, Instant at, String body) {
      this(id, source, at, "", body, List.of(), 0, at);
    }

    /** The same article, received later than it claims to have been published. */
    Item received(Instant time) {
      return new Item(id, source, at, title, body, credits, revision, time);
    }

    Item crediting(String... names) {
      return new Item(id, source, at, title, body, List.of(names), revision, received);
    }

    Item titled(String headline) {
      return new Item(id, source, at, headline, body, credits, revision, received);
    }

    Item revised(String changedBody) {
      return new Item(id, source, at, title, changedBody, credits, revision + 1, received);
    }
  }

  Fingerprint fingerprint(Item item) {
    Document document =
        Document.of(item.id(), item.source(), "en", item.at(), item.title(), item.body());
    return fingerprinter.of(document, item.credits(), false, item.revision(), item.received(), 0);
  }

  Judgement judge(Item item) {
    return syndicator.judge(fingerprint(item), item.body());
  }

  Syndicator syndicator() {
    return syndicator;
  }

  /** Throws the judge away and builds another from what was stored. */
  void restart() {
    CopyMemory memory =
        new CopyMemory() {
          @Override
          public void put(long sequence, byte[] value) {
            stored.put(sequence, value);
          }

          @Override
          public void delete(long sequence) {
            stored.remove(sequence);
          }
        };
    syndicator = new Syndicator(config, memory);
    stored.values().forEach(syndicator::restore);
  }

  static Instant hours(long hours) {
    return NOON.plus(Duration.ofHours(hours));
  }

  /** Paragraphs of invented words: the same seed gives the same text, another shares nothing. */
  static List<String> paragraphs(long seed, int count) {
    Random random = new Random(seed);
    List<String> paragraphs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      StringBuilder paragraph = new StringBuilder();
      int words = 25 + random.nextInt(20);
      for (int w = 0; w < words; w++) {
        paragraph.append(w == 0 ? "" : " ").append(word(random.nextInt(4000)));
      }
      paragraphs.add(paragraph.append('.').toString());
    }
    return paragraphs;
  }

  static String text(long seed, int paragraphs) {
    return String.join("\n\n", paragraphs(seed, paragraphs));
  }

  private static String word(int number) {
    String consonants = "bdfgklmnprstvz";
    String vowels = "aeiou";
    StringBuilder word = new StringBuilder();
    for (int rest = number + 70; rest > 0; rest /= 70) {
      word.append(consonants.charAt(rest % 14)).append(vowels.charAt(rest / 14 % 5));
    }
    return word.toString();
  }
}
