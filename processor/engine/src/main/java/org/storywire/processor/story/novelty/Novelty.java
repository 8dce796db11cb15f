package org.storywire.processor.story.novelty;

import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.storywire.processor.story.features.Clauses;
import org.storywire.processor.story.features.ConsequenceLexicon;
import org.storywire.processor.story.features.Field;
import org.storywire.processor.story.features.IntTable;
import org.storywire.processor.story.features.Mention;
import org.storywire.processor.story.features.Passage;
import org.storywire.processor.story.member.Arrival;
import org.storywire.processor.story.member.KeptSentences;
import org.storywire.processor.story.member.Kind;
import org.storywire.processor.story.member.Member;
import org.storywire.processor.story.member.NewItem;
import org.storywire.processor.story.similarity.ComparedArticle;

/**
 * What an article says that its story has not carried. A passage is old if one earlier sentence has
 * at least {@link #OLD_FROM} of its content words; a figure is a change if the story counted the
 * same thing with other values; a person is new if neither full nor last name was there.
 */
public final class Novelty {

  /** Share of content words from which a passage is old. */
  static final double OLD_FROM = 0.6;

  private static final double SAME_FROM = 0.95;

  /** Score of what is new far down in a text, as a share of what it would have as its news. */
  private static final double ASIDE = 0.5;

  /** Inverse document frequencies of three or four rare words. */
  private static final double MUCH_UNSEEN = 3;

  private static final double HEADLINED = 0.35;
  private static final double EARLY = 0.15;
  private static final double EARLY_SENTENCES = 5;

  /** Score of a figure that changed. */
  public static final double CHANGED = 0.85;

  /** Least score of a sentence that is worth an alert. */
  private static final double HAPPENED = 0.5;

  private final ComparedArticle weighted;
  private final List<Passage> kept = new ArrayList<>();
  private final List<NewsCandidate> items = new ArrayList<>();
  private final AlertRule alert;
  private final Substance substance;
  private final ConsequenceLexicon lexicon;
  private final Arrival arrival;

  private Novelty(Arrival arrival, ComparedArticle weighted, List<Member> carried) {
    this.arrival = arrival;
    this.lexicon = ConsequenceLexicon.of(arrival.language());
    this.weighted = weighted;
    this.alert = new AlertRule(arrival, carried);
    boolean report = arrival.kind() != Kind.REVISION && !carried.isEmpty();
    this.substance = new Substance(arrival.features().sentences(), report);
  }

  /**
   * The result.
   *
   * @param items what is told of it, weightiest first, at most 12
   * @param kept content words of the sentences that the story should remember of this article
   * @param material whether it is worth an alert
   */
  public record Result(List<NewItem> items, KeptSentences kept, boolean material) {}

  /**
   * Compares an article with what its story carried.
   *
   * @param weighted the article's words with their rarity
   * @param carried articles of the story before this one
   * @param siblings articles of other stories from the same template: what they say is not news
   */
  public static Result of(
      Arrival arrival, ComparedArticle weighted, List<Member> carried, List<Member> siblings) {
    Novelty novelty = new Novelty(arrival, weighted, carried);
    novelty.alert.headline();
    novelty.passages(carried, siblings);
    novelty.people(arrival.features().people(), carried);
    List<NewItem> items = NewsChoice.of(novelty.items, arrival.body(), novelty.lexicon);
    KeptSentences kept = KeptSentences.of(novelty.kept, weighted.profile());
    boolean material =
        ConsequenceLexicon.knows(arrival.language())
            ? novelty.alert.alerts()
            : novelty.substance.in(novelty.items);
    return new Result(items, kept, material);
  }

  private void passages(List<Member> carried, List<Member> siblings) {
    List<Passage> sentences = arrival.features().sentences();
    List<Passage> quotations = arrival.features().quotations();
    List<Passage> all = new ArrayList<>(quotations);
    all.addAll(sentences);
    CarriedSentences memory = new CarriedSentences(weighted, all);
    for (Member article : carried) {
      memory.carry(article.sentences());
    }
    CarriedSentences template =
        new CarriedSentences(weighted, siblings.isEmpty() ? List.of() : all);
    siblings.forEach(sibling -> template.carry(sibling.sentences()));
    // Quotations first: the article's own sentences, which hold them, must not make them old.
    for (int p = 0; p < quotations.size(); p++) {
      if (memory.overlap(p) < OLD_FROM && !template.says(p, SAME_FROM)) {
        Passage quotation = all.get(p);
        double score = 0.95 * score(quotation, p, before(quotation, sentences), memory);
        items.add(
            new NewsCandidate(NewItem.Kind.QUOTATION, quotation.start(), quotation.end(), score));
      }
    }
    double[] overlaps = new double[sentences.size()];
    int same = 0;
    for (int place = 0; place < overlaps.length; place++) {
      overlaps[place] = memory.overlap(quotations.size() + place);
      same += memory.likeness(quotations.size() + place) >= SAME_FROM ? 1 : 0;
    }
    if (2 * same >= sentences.size() && same > 0) {
      alert.leavesMostAsItWas();
    }
    figures(overlaps, carried, siblings);
    boolean revision = arrival.kind() == Kind.REVISION;
    int told = 0;
    for (int place = 0; place < overlaps.length; place++) {
      int p = quotations.size() + place;
      Passage sentence = all.get(p);
      if (memory.likeness(p) < SAME_FROM) {
        kept.add(sentence);
      }
      if (memory.overlap(p) < OLD_FROM && !template.says(p, SAME_FROM)) {
        double score = score(sentence, p, revision ? told : place, memory);
        double anew = anew(sentence, p, memory);
        boolean tells =
            alert.sentence(sentence, place, newness(p, memory), anew, headlined(sentence));
        double weight = tells ? HAPPENED + (1 - HAPPENED) * score : score;
        items.add(
            new NewsCandidate(NewItem.Kind.SENTENCE, sentence.start(), sentence.end(), weight));
        substance.sentence(sentence, memory.unseen(p, Substance.RARE_FROM), anew);
        memory.carry(p);
        told++;
      }
    }
  }

  /** How new a passage is, and how much it is what the article wants to tell. */
  private double score(Passage passage, int p, int sentencesBefore, CarriedSentences memory) {
    double anew = anew(passage, p, memory);
    double early = 1 / (1 + sentencesBefore / EARLY_SENTENCES);
    return anew * (ASIDE + HEADLINED * headlined(passage) + EARLY * early);
  }

  /** A third for saying it anew, two thirds for words that the story had not used. */
  private double anew(Passage passage, int p, CarriedSentences memory) {
    return Math.min(1, passage.words().length / 8.0) * newness(p, memory);
  }

  private static double newness(int p, CarriedSentences memory) {
    double vocabulary = Math.min(1, memory.unseen(p) / MUCH_UNSEEN);
    double worded = Math.max(0, 1 - memory.overlap(p) / OLD_FROM);
    return 0.35 * worded + 0.65 * vocabulary;
  }

  /** How much of the headline, by weight of words, a passage takes up [0..1]. */
  private double headlined(Passage passage) {
    double mass = 0;
    for (int word : passage.words()) {
      boolean inTitle = Field.TITLE.count(weighted.profile().packed(word)) > 0;
      mass += inTitle ? weighted.idf(word) : 0;
    }
    return mass == 0 ? 0 : Math.min(1, mass / weighted.mass(Field.TITLE));
  }

  private static int before(Passage quotation, List<Passage> sentences) {
    int before = 0;
    while (before < sentences.size() && sentences.get(before).end() <= quotation.start()) {
      before++;
    }
    return before;
  }

  /** Whether a sentence says a figure itself: "39 of 43 counts" changes nothing in 43 counts. */
  private static boolean stands(String said, Passage sentence, List<Mention> figures) {
    double value = FigureChanges.value(said);
    return figures.stream()
        .filter(other -> sentence.start() <= other.start() && other.start() < sentence.end())
        .anyMatch(other -> FigureChanges.value(other.said()) == value);
  }

  /** A figure is told with its sentence, which may be old but for the figure. */
  private void figures(double[] overlaps, List<Member> carried, List<Member> siblings) {
    List<Mention> figures = arrival.features().figures();
    CarriedKeys values = new CarriedKeys(figures, Mention::key);
    for (Member article : carried) {
      for (Mention figure : article.figures()) {
        values.told(figure.key());
      }
    }
    for (Member sibling : siblings) {
      sibling.figures().forEach(figure -> values.told(figure.key()));
    }
    FigureChanges changes = new FigureChanges(lexicon, carried);
    int year = arrival.at().atOffset(ZoneOffset.UTC).getYear();
    LongOpenHashSet named = new LongOpenHashSet();
    for (int place = 0; place < overlaps.length; place++) {
      Passage sentence = arrival.features().sentences().get(place);
      List<NewsCandidate.Former> formers = new ArrayList<>();
      boolean fresh = false;
      for (Mention figure : figures) {
        boolean here = sentence.start() <= figure.start() && figure.start() < sentence.end();
        boolean untold = here && figure.slot() != 0 && !told(figure, values, changes);
        if (untold && named.add((long) figure.slot() << 32 | (figure.key() & 0xffffffffL))) {
          fresh = true;
          boolean back = lexicon.looksBack(Clauses.of(text(sentence)), year);
          Optional<String> former =
              back
                  ? Optional.empty()
                  : changes
                      .former(figure, overlaps[place])
                      .filter(before -> !stands(before, sentence, figures));
          int end = figure.start() + figure.said().length();
          former.ifPresent(before -> formers.add(new NewsCandidate.Former(end, before)));
          alert.figure(figure, former.isPresent(), place, headlined(sentence));
        }
      }
      if (fresh) {
        double score = formers.isEmpty() ? 0.4 : CHANGED;
        items.add(
            new NewsCandidate(
                NewItem.Kind.NUMBER,
                sentence.start(),
                sentence.end(),
                score,
                List.copyOf(formers)));
      }
    }
  }

  /** Seven dead are not told by seven lifeboats. */
  private boolean told(Mention figure, CarriedKeys values, FigureChanges changes) {
    return lexicon.isToll(figure.slot()) ? changes.tells(figure) : values.isTold(figure.key());
  }

  private String text(Passage passage) {
    int end = Math.min(passage.end(), arrival.body().length());
    return arrival.body().substring(Math.min(passage.start(), end), end);
  }

  private void people(List<Mention> people, List<Member> carried) {
    CarriedKeys full = new CarriedKeys(people, Mention::key);
    CarriedKeys last = new CarriedKeys(people, Mention::slot);
    for (Member article : carried) {
      for (Mention person : article.people()) {
        full.told(person.key());
        full.told(person.slot());
        last.told(person.key());
        last.told(person.slot());
      }
    }
    for (Mention person : people) {
      if (!full.isTold(person.key()) && !last.isTold(person.slot())) {
        items.add(new NewsCandidate(NewItem.Kind.NAME, person.start(), person.end(), 0.45));
        full.told(person.key());
      }
    }
  }

  /** Which of an article's few keys its story has told; all others are of no interest. */
  private static final class CarriedKeys {
    private static final int ASKED = 1;
    private static final int TOLD = 2;

    private final IntTable states;

    private CarriedKeys(List<Mention> mentions, ToIntFunction<Mention> key) {
      states = new IntTable(mentions.size());
      mentions.forEach(mention -> states.put(key.applyAsInt(mention), ASKED));
    }

    private void told(int key) {
      if (states.get(key) == ASKED) {
        states.put(key, TOLD);
      }
    }

    private boolean isTold(int key) {
      return states.get(key) == TOLD;
    }
  }
}
