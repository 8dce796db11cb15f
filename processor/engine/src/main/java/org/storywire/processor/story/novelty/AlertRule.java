package org.storywire.processor.story.novelty;

import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.storywire.processor.story.features.Clauses;
import org.storywire.processor.story.features.Consequence;
import org.storywire.processor.story.features.ConsequenceLexicon;
import org.storywire.processor.story.features.Field;
import org.storywire.processor.story.features.Mention;
import org.storywire.processor.story.features.Passage;
import org.storywire.processor.story.features.Profile;
import org.storywire.processor.story.member.Arrival;
import org.storywire.processor.story.member.Kind;
import org.storywire.processor.story.member.Member;

/**
 * Whether an article is worth an alert: something happened ({@link Consequence}) that its story had
 * not told, and it is what the article tells. A report tells its news in the headline and the first
 * sentences; what a revision adds may stand anywhere. A consequence of a kind that the story knows
 * must be told in mostly unheard words; what a revision adds to a text that otherwise stands, as to
 * a live blog, in new words. A figure that changed ({@link FigureChanges}) is enough where the
 * article tells its news, or a new one that the headline names, unless it counts views or minutes.
 */
final class AlertRule {

  private static final int OPENING = 3;
  private static final double HEADLINED = 0.3;

  /** Share of newness that a consequence needs where the story knows none of its kind. */
  private static final double NEW = 0.2;

  private static final double ADDED = 0.5;
  private static final double MOSTLY_NEW = 0.6;
  private static final int MOST_SENTENCES = 12;
  private static final int MOST_MEMBERS = 30;

  private final Arrival arrival;
  private final ConsequenceLexicon lexicon;
  private final int year;
  private final List<Member> carried;
  private final boolean revision;
  private final Set<Consequence> known = EnumSet.noneOf(Consequence.class);
  private final Set<Consequence> asked = EnumSet.noneOf(Consequence.class);
  private boolean additive;
  private int sentences;
  private boolean alert;

  AlertRule(Arrival arrival, List<Member> carried) {
    this.arrival = arrival;
    this.lexicon = ConsequenceLexicon.of(arrival.language());
    this.year = arrival.at().atOffset(ZoneOffset.UTC).getYear();
    this.carried = carried.subList(Math.max(0, carried.size() - MOST_MEMBERS), carried.size());
    this.revision = arrival.kind() == Kind.REVISION;
  }

  /** Takes into account that a revision leaves most of the text as it was. */
  void leavesMostAsItWas() {
    additive = revision;
  }

  /** Takes the headline into account: it tells what is new where the story knows nothing of it. */
  void headline() {
    Clauses title = Clauses.of(arrival.title());
    for (Consequence consequence : lexicon.in(title, true, year)) {
      alert |= !known(consequence) && !deniesNothing(consequence, title);
    }
  }

  /**
   * Takes a sentence into account that the story has not carried.
   *
   * @param place how many sentences are before it
   * @param newness how new its words are [0..1]
   * @param anew the same, less for a short sentence [0..1]
   * @param headlined how much of the headline it takes up [0..1]
   * @return whether it is worth an alert
   */
  boolean sentence(Passage sentence, int place, double newness, double anew, double headlined) {
    if (sentences >= MOST_SENTENCES || !tellsNews(place, headlined)) {
      return false;
    }
    Clauses text = Clauses.of(arrival.body().substring(sentence.start(), sentence.end()));
    if (lexicon.notice(text)) {
      return false;
    }
    sentences++;
    boolean tells = lexicon.correction(text) && lexicon.named(text).stream().anyMatch(this::known);
    for (Consequence consequence : lexicon.in(text, false, year)) {
      boolean again = anew >= MOSTLY_NEW || (additive && newness >= ADDED);
      boolean enough = known(consequence) ? again : newness >= NEW;
      tells |= enough && !deniesNothing(consequence, text);
    }
    alert |= tells;
    return tells;
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

  /** A denial, or an admission, is one of something: of what the story or the sentence tells. */
  private boolean deniesNothing(Consequence consequence, Clauses text) {
    return consequence == Consequence.DENIAL
        && carried.isEmpty()
        && lexicon.named(text).size() == 1;
  }

  private boolean inHeadline(Mention figure) {
    String said = figure.said();
    boolean digits = said.length() > 1 && Character.isDigit(said.charAt(0));
    return digits && arrival.title().contains(said);
  }

  private boolean tellsNews(int place, double headlined) {
    return revision || place < OPENING || headlined >= HEADLINED;
  }

  /**
   * Whether the story has used words of such a consequence, in a version that still stands or not.
   */
  private boolean known(Consequence consequence) {
    if (asked.add(consequence) && carried.stream().anyMatch(m -> mentions(m, consequence))) {
      known.add(consequence);
    }
    return known.contains(consequence);
  }

  private boolean mentions(Member member, Consequence consequence) {
    if (!member.comparable()) {
      return false;
    }
    int words = Field.Space.WORDS.ordinal();
    IntOpenHashSet kept = new IntOpenHashSet();
    for (int i = 0; i < member.sentences().words(); i++) {
      kept.add(member.sentences().word(i));
    }
    Profile profile = member.profile();
    return lexicon.mentions(
        key -> kept.contains(key) || profile.find(words, key) >= 0, consequence);
  }

  boolean alerts() {
    return alert;
  }
}
