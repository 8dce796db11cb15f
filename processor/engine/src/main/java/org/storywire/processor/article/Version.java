package org.storywire.processor.article;

import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.storywire.processor.text.Hashing;

/** What an article's text looked like, for comparison with the {@link KnownVersion} of it. */
final class Version {

  /** Most lines whose prints are kept; a longer text is compared as a whole. */
  private static final int MAX_LINES = 128;

  /**
   * Hashes kept: the smallest, of pairs of neighbouring long words. Single words do not tell: texts
   * without relation share 15 % of them, but 3 % of the pairs.
   */
  private static final int SKETCH = 64;

  /** Words shorter than this say little about what a text is about [UTF-16 units]. */
  private static final int MIN_WORD = 5;

  /** Fewest sketched pairs on which two texts are called different. */
  private static final int MIN_COMPARED = 5;

  private final long textHash;
  private final int[] linePrints;
  private final int[] sketch;

  /**
   * A version.
   *
   * @param title headline
   * @param clean paragraphs that remain
   * @param all paragraphs before learned furniture was taken out
   */
  Version(Line title, List<Line> clean, List<Line> all) {
    long hash = title.print();
    for (Line line : clean) {
      hash = Hashing.combine(hash, line.print());
    }
    this.textHash = hash;
    this.linePrints = all.size() + 1 > MAX_LINES ? new int[0] : prints(title, all);
    this.sketch = sketch(clean);
  }

  long textHash() {
    return textHash;
  }

  KnownVersion known(int revision, Optional<String> successor) {
    return new KnownVersion(textHash, revision, linePrints, sketch, successor);
  }

  /** Whether the text is that of the known version, but for lines that are furniture. */
  boolean sameText(KnownVersion known, IntPredicate furniture) {
    if (known.textHash() == textHash) {
      return true;
    }
    int[] before = known.linePrints();
    if (before.length == 0 || linePrints.length == 0) {
      return false;
    }
    IntSet old = new IntOpenHashSet(before);
    IntSet now = new IntOpenHashSet(linePrints);
    return Arrays.stream(before).allMatch(print -> now.contains(print) || furniture.test(print))
        && Arrays.stream(linePrints)
            .allMatch(print -> old.contains(print) || furniture.test(print));
  }

  /** Whether all of this text's lines are the known version's, but for furniture. */
  boolean within(KnownVersion known, IntPredicate furniture) {
    IntSet old = new IntOpenHashSet(known.linePrints());
    return linePrints.length > 0
        && Arrays.stream(linePrints)
            .allMatch(print -> old.contains(print) || furniture.test(print));
  }

  /**
   * Share of one text's pairs of neighbouring long words found in the other, estimated from the
   * hashes that both sketches would have kept; 1 if there are too few to tell [0..1].
   */
  double sharedPairs(KnownVersion known) {
    int[] other = known.sketch();
    int limit =
        Math.min(
            sketch.length < SKETCH ? Integer.MAX_VALUE : sketch[SKETCH - 1],
            other.length < SKETCH ? Integer.MAX_VALUE : other[SKETCH - 1]);
    int own = 0;
    int theirs = 0;
    int shared = 0;
    IntSet otherSet = new IntOpenHashSet(other);
    for (int hash : sketch) {
      own += hash <= limit ? 1 : 0;
      shared += hash <= limit && otherSet.contains(hash) ? 1 : 0;
    }
    for (int hash : other) {
      theirs += hash <= limit ? 1 : 0;
    }
    int fewer = Math.min(own, theirs);
    return fewer < MIN_COMPARED ? 1 : (double) shared / fewer;
  }

  private static int[] prints(Line title, List<Line> lines) {
    int[] prints = new int[lines.size() + 1];
    prints[0] = title.shortPrint();
    for (int i = 0; i < lines.size(); i++) {
      prints[i + 1] = lines.get(i).shortPrint();
    }
    return prints;
  }

  private static int[] sketch(List<Line> lines) {
    int[] smallest = new int[SKETCH];
    int size = 0;
    for (Line line : lines) {
      String text = line.text();
      int at = 0;
      int before = 0;
      while (at < text.length()) {
        int hash = 17;
        int start = at;
        for (char c; at < text.length() && (c = Line.folded(text.charAt(at))) != 0; at++) {
          hash = hash * 31 + c;
        }
        if (at - start >= MIN_WORD) {
          size = insert(smallest, size, (int) Hashing.mix((long) before << 32 | hash));
          before = hash;
        }
        at++;
      }
    }
    return Arrays.copyOf(smallest, size);
  }

  /** Inserts into the sorted beginning of the array, dropping the largest when it is full. */
  private static int insert(int[] sorted, int size, int hash) {
    if (size == sorted.length && hash >= sorted[size - 1]) {
      return size;
    }
    int at = Arrays.binarySearch(sorted, 0, size, hash);
    if (at >= 0) {
      return size;
    }
    int place = -at - 1;
    int kept = Math.min(size, sorted.length - 1);
    System.arraycopy(sorted, place, sorted, place + 1, kept - place);
    sorted[place] = hash;
    return kept + 1;
  }
}
