package org.storywire.processor.story;

import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Whether an article is worth an alert: something happened ({@link Consequence}) that its story had
 * not told, and it is what the article tells. A report tells its news in the headline and the first
 * sentences; what a revision adds may stand anywhere. A consequence of a kind that the story knows
 * must be told in mostly unheard words, or with a figure that changed. A figure that changed is
 * enough where the article tells its news, or a new one that the headline names, unless it counts
 * views or minutes.
 */
final class AlertRule {

  private static final int OPENING = 3;
  private static final double HEADLINED = 0.3;

  /** Share of newness that a consequence needs where the story knows none of its kind. */
  private static final double NEW = 0.15;

  private static final double MOSTLY_NEW = 0.6;
  private static final int MOST_SENTENCES = 8;
  private static final int MOST_MEMBERS = 30;

  private final Arrival arrival;
  private final ConsequenceLexicon lexicon;
  private final int year;
  private final List<Member> carried;
  private final boolean revision;
  private final Set<Consequence> known = EnumSet.noneOf(Consequence.class);
  private final Set<Consequence> asked = EnumSet.noneOf(Consequence.class);
  private int sentences;
  private boolean alert;

  AlertRule(Arrival arrival, List<Member> carried) {
    this.arrival = arrival;
    this.lexicon = ConsequenceLexicon.of(arrival.language());
    this.year = arrival.at().atOffset(ZoneOffset.UTC).getYear();
    this.carried = carried.subList(Math.max(0, carried.size() - MOST_MEMBERS), carried.size());
    this.revision = arrival.kind() == Kind.REVISION;
  }

  /** Takes the headline into account: it tells what is new where the story knows nothing of it. */
  void headline() {
    for (Consequence consequence : lexicon.in(arrival.title(), true, year)) {
      alert |= !known(consequence);
    }
  }

  /**
   * Takes a sentence into account that the story has not carried.
   *
   * @param place how many sentences are before it
   * @param anew how new its words are [0..1]
   * @param headlined how much of the headline it takes up [0..1]
   */
  void sentence(Passage sentence, int place, double anew, double headlined) {
    if (alert || sentences >= MOST_SENTENCES || !tellsNews(place, headlined)) {
      return;
    }
    sentences++;
    String text = arrival.body().substring(sentence.start(), sentence.end());
    for (Consequence consequence : lexicon.in(text, false, year)) {
      alert |= anew >= (known(consequence) ? MOSTLY_NEW : NEW);
    }
  }

  /**
   * Takes a figure into account that the story has not told.
   *
   * @param changed whether the story told another figure of the same thing
   * @param place how many sentences are before it
   * @param headlined how much of the headline its sentence takes up [0..1]
   */
  void figure(Mention figure, boolean changed, int place, double headlined) {
    boolean news = changed || (!carried.isEmpty() && inHeadline(figure));
    alert |= news && !lexicon.counter(figure.slot()) && tellsNews(place, headlined);
  }

  /** Whether the headline names a figure, in digits. */
  private boolean inHeadline(Mention figure) {
    String text = arrival.body().substring(figure.start(), figure.end());
    String digits = text.split("[^\\d.,]", 2)[0];
    return digits.length() > 1 && arrival.title().contains(digits);
  }

  private boolean tellsNews(int place, double headlined) {
    return revision || place < OPENING || headlined >= HEADLINED;
  }

  /** Whether the story has used words of such a consequence. */
  private boolean known(Consequence consequence) {
    if (asked.add(consequence)
        && carried.stream()
            .anyMatch(m -> m.comparable() && lexicon.mentions(m.profile(), consequence))) {
      known.add(consequence);
    }
    return known.contains(consequence);
  }

  boolean alerts() {
    return alert;
  }
}
