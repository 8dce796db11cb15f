package org.storywire.processor.syndication;

/**
 * The openings of two bodies laid side by side, word by word (longest common subsequence). What
 * stands between equal words is a slot; where it holds a name or number on both sides, and not the
 * same one, the texts state different things in one wording.
 */
final class LeadMatch {

  /** Words of a name that may stand before the first words that both have; more is a beginning. */
  private static final int LONGEST_NAME = 4;

  private final byte[][] lengths = new byte[Lead.BODY + 1][Lead.BODY + 1];
  private char[] one;
  private char[] other;
  private int end;
  private int otherEnd;

  /** Words of the shorter opening. */
  private int shorter;

  /** Words in runs of two or more that both have. */
  private int framed;

  /** Slots that hold different telling words, and runs of equal telling words. */
  private int differing;

  private int agreeing;

  /** Slots that hold different names. */
  private int renaming;

  /** Lays two openings side by side; the same for (a, b) and (b, a). */
  void compare(Fingerprint first, Fingerprint second) {
    boolean ordered = first.content() <= second.content();
    Lead left = ordered ? first.lead() : second.lead();
    Lead right = ordered ? second.lead() : first.lead();
    one = left.words();
    other = right.words();
    end = one.length;
    otherEnd = other.length;
    shorter = Math.min(left.opening(), right.opening());
    framed = 0;
    differing = 0;
    agreeing = 0;
    renaming = 0;
    align(left.headline(), right.headline());
    walk(left.headline(), right.headline());
  }

  /** Share of the shorter opening that both have in runs of two words or more [0..1]. */
  double frame() {
    return Overlap.share(framed, shorter);
  }

  /** Slots in which the openings state different things [0..]. */
  int differing() {
    return differing;
  }

  /** Places where they name the same [0..]. */
  int agreeing() {
    return agreeing;
  }

  /** Slots in which the openings name different people, places or houses [0..]. */
  int renaming() {
    return renaming;
  }

  private void align(int from, int otherFrom) {
    int rows = end - from;
    int columns = otherEnd - otherFrom;
    for (int j = 0; j <= columns; j++) {
      lengths[rows][j] = 0;
    }
    for (int i = rows - 1; i >= 0; i--) {
      lengths[i][columns] = 0;
      for (int j = columns - 1; j >= 0; j--) {
        lengths[i][j] =
            Lead.same(one[from + i], other[otherFrom + j])
                ? (byte) (lengths[i + 1][j + 1] + 1)
                : (byte) Math.max(lengths[i + 1][j], lengths[i][j + 1]);
      }
    }
  }

  private void walk(int from, int otherFrom) {
    int i = from;
    int j = otherFrom;
    int run = 0;
    boolean agreed = false;
    int slot = 0; // what stands in it: the flags of all its words
    int otherSlot = 0;
    int slotWords = 0;
    while (i < end || j < otherEnd) {
      if (i < end && j < otherEnd && Lead.same(one[i], other[j])) {
        if (framed > 0 || slotWords <= 2 * LONGEST_NAME) {
          close(slot, otherSlot);
        }
        slot = 0;
        otherSlot = 0;
        slotWords = 0;
        run++;
        boolean telling = Lead.telling(one[i]) && Lead.telling(other[j]);
        agreeing += telling && !agreed ? 1 : 0;
        agreed = telling;
        i++;
        j++;
        continue;
      }
      framed += run > 1 ? run : 0;
      run = 0;
      agreed = false;
      slotWords++;
      boolean left =
          j == otherEnd
              || (i < end
                  && lengths[i - from + 1][j - otherFrom] >= lengths[i - from][j - otherFrom + 1]);
      if (left) {
        slot |= one[i++];
      } else {
        otherSlot |= other[j++];
      }
    }
    framed += run > 1 ? run : 0;
    close(slot, otherSlot);
  }

  private void close(int slot, int otherSlot) {
    int both = slot & otherSlot;
    differing += Lead.telling((char) both) ? 1 : 0;
    renaming += Lead.name((char) both) ? 1 : 0;
  }
}
