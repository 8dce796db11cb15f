package org.storywire.processor.syndication;

import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.Arrays;
import java.util.List;
import org.storywire.processor.text.Document;
import org.storywire.processor.text.Hashing;
import org.storywire.processor.text.Tokens;

/** Stage one: makes fingerprints. Has no state; one instance may serve all threads. */
public final class Fingerprinter {

  /** One shingle in four is sampled, more of a short text, fewer of one beyond all bounds. */
  private static final int USUAL_LEVEL = 2;

  private static final int FEWEST_SAMPLES = 64;
  private static final int MOST_SAMPLES = 4096;

  /** One shingle in 32 is indexed, and at least the 16 smallest. */
  private static final int INDEX_LEVEL = 5;

  private static final int FEWEST_KEYS = 16;
  private static final int MOST_KEYS = 1024;

  /** Prose shingles that count as a text's opening. */
  private static final int OPENING = 60;

  private static final long BASE = 0x9e3779b97f4a7c15L;

  /** Makes a fingerprinter. */
  public Fingerprinter(SyndicationConfig config) {
    if (config == null) {
      throw new IllegalArgumentException("illegal config: null, must be given");
    }
  }

  /** Fingerprint of an article's first version. */
  public Fingerprint of(Document document, List<String> agencies, boolean embedded) {
    return of(document, agencies, embedded, 0);
  }

  /**
   * Fingerprint of an article.
   *
   * @param agencies names of agencies and outlets the article credits, lower case
   * @param embedded whether the article was cut out of another's page
   * @param revision how many changed versions came before this one [0..]
   */
  public Fingerprint of(Document document, List<String> agencies, boolean embedded, int revision) {
    Tokens tokens = document.body().tokens();
    Sampling sampling = new Sampling(level(tokens.size()));
    long content = sampling.run(tokens, new BlockQuotations(document.body()));
    return new Fingerprint(
        document.id(),
        document.publishedAt().toEpochMilli(),
        revision,
        embedded,
        SourceNames.source(document.source()),
        SourceNames.credits(agencies),
        content,
        Headlines.hash(document.title().tokens()),
        Headlines.onTopic(document),
        sampling.keys(),
        sampling.sample());
  }

  private static int level(int shingles) {
    int level = USUAL_LEVEL;
    while (level > 0 && shingles >>> level < FEWEST_SAMPLES) {
      level--;
    }
    while (shingles >>> level > MOST_SAMPLES) {
      level++;
    }
    return level;
  }

  /** The pass over one text. */
  private static final class Sampling {
    private static final long BASE_TO_THE_FIFTH = power(BASE, Fingerprint.SHINGLE);

    private final int level;
    private final IntOpenHashSet seen = new IntOpenHashSet(256);
    private int[] hashes = new int[256];
    private long[] proseHashes = new long[256];
    private byte[] places = new byte[512];
    private int size;
    private int proseSize;
    private int placesSize;
    private int shingles;
    private int prose;
    private int opening;
    private int lastOffset;

    Sampling(int level) {
      this.level = level;
    }

    private static long power(long base, int exponent) {
      long power = 1;
      for (int i = 0; i < exponent; i++) {
        power *= base;
      }
      return power;
    }

    /** Samples every shingle; gives the hash of all tokens in order. */
    long run(Tokens tokens, BlockQuotations blocks) {
      long rolling = 0;
      long content = tokens.size();
      int lastQuoted = -1;
      for (int i = 0; i < tokens.size(); i++) {
        long hash = tokens.hash(i);
        content = content * 31 + hash;
        rolling = rolling * BASE + hash;
        if (tokens.quoted(i) || blocks.hold(tokens.start(i))) {
          lastQuoted = i;
        }
        int first = i - Fingerprint.SHINGLE + 1;
        if (first > 0) {
          rolling -= tokens.hash(first - 1) * BASE_TO_THE_FIFTH;
        }
        if (first >= 0) {
          add(Hashing.mix(rolling), tokens.start(first), lastQuoted >= first);
        }
      }
      return Hashing.mix(content);
    }

    private void add(long hash, int offset, boolean quoted) {
      shingles++;
      if (!quoted) {
        prose++;
      }
      int upper = (int) (hash >>> 32);
      if (!Sample.within(upper, level) || !seen.add(upper)) {
        return;
      }
      if (size == hashes.length) {
        hashes = Arrays.copyOf(hashes, size * 2);
        proseHashes = Arrays.copyOf(proseHashes, size * 2);
      }
      hashes[size++] = upper;
      if (!quoted) {
        proseHashes[proseSize++] = hash;
      }
      if (prose <= OPENING) {
        opening = size;
      }
      addPlace(((long) (offset - lastOffset) << 1) | (quoted ? 1 : 0));
      lastOffset = offset;
    }

    private void addPlace(long value) {
      if (placesSize + 10 > places.length) {
        places = Arrays.copyOf(places, places.length * 2);
      }
      long rest = value;
      while (rest > 0x7f) {
        places[placesSize++] = (byte) (rest | 0x80);
        rest >>>= 7;
      }
      places[placesSize++] = (byte) rest;
    }

    Sample sample() {
      return new Sample(
          level,
          shingles,
          prose,
          opening,
          Arrays.copyOf(hashes, size),
          Arrays.copyOf(places, placesSize));
    }

    long[] keys() {
      long[] sorted = Arrays.copyOf(proseHashes, proseSize);
      // All sampled hashes of a level above zero are positive; level zero needs unsigned order.
      flipSigns(sorted);
      Arrays.sort(sorted);
      flipSigns(sorted);
      int keys = 0;
      while (keys < sorted.length && Sample.within((int) (sorted[keys] >>> 32), INDEX_LEVEL)) {
        keys++;
      }
      keys = Math.max(keys, Math.min(FEWEST_KEYS, sorted.length));
      return Arrays.copyOf(sorted, Math.min(keys, MOST_KEYS));
    }

    private static void flipSigns(long[] values) {
      for (int i = 0; i < values.length; i++) {
        values[i] ^= Long.MIN_VALUE;
      }
    }
  }
}
