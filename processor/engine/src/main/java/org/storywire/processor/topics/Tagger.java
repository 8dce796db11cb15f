package org.storywire.processor.topics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.storywire.processor.text.Document;

/**
 * Tells which subjects an article is about. Top-level topics come from the trained model, which
 * weighs the lexicon's evidence too; narrower ones from the lexicon, in the light of the model's
 * opinion of their top-level topic. Immutable and thread-safe; the same article gets the same tags
 * on every machine.
 */
public final class Tagger {

  /** Most tags that are found, not counting implied ancestors. */
  public static final int MOST = 6;

  /** Terms of a body that are read: what comes later seldom changes the subject. */
  public static final int BODY_TERMS = 1_500;

  /** Terms of a title that are read. */
  public static final int TITLE_TERMS = 60;

  /** Top-level topics with lower scores are not given. */
  public static final double LEAST_SCORE = 0.4;

  private static final int FEWEST_TERMS = 4;
  private static final double LEAST_ODDS = logOdds(LEAST_SCORE);
  private static final double LEAST_NARROW_ODDS = logOdds(0.5);

  // Log-odds of a narrower topic, set by reading tagged articles: no set labels these topics fully.
  static final double EVIDENCE = 0.8;
  private static final double TOP_LEVEL = 0.6;
  private static final double MOST_ODDS = 3;

  /** A classifier taught by one label an article can't tell that a second topic is absent. */
  private static final double LEAST_TOP_LEVEL_ODDS = -1.5;

  private static final double CAUTION = -3.4;
  private static final Comparator<TopicTag> ORDER =
      Comparator.comparingDouble((TopicTag t) -> -t.score()).thenComparing(TopicTag::code);

  private final Taxonomy taxonomy;
  private final Lexicon lexicon;
  private final TopLevelEvidence summary;
  private final TopicModel model;
  private final int[] topLevel;
  private final boolean[] narrow;
  private final Reasons reasons;

  private Tagger(Taxonomy taxonomy, Lexicon lexicon, TopicModel model) {
    this.taxonomy = taxonomy;
    this.lexicon = lexicon;
    this.summary = new TopLevelEvidence(taxonomy, lexicon);
    this.model = model;
    List<String> codes = lexicon.topics();
    this.topLevel = new int[codes.size()];
    this.narrow = new boolean[codes.size()];
    for (int i = 0; i < topLevel.length; i++) {
      topLevel[i] = model.topics().indexOf(taxonomy.topLevelOf(codes.get(i)));
      narrow[i] = taxonomy.get(codes.get(i)).parent().isPresent();
    }
    this.reasons = new Reasons(lexicon, model, topLevel);
  }

  /** The tagger that is shipped. */
  public static Tagger load() {
    return of(TopicModel.load());
  }

  /** A tagger with another model than the one that is shipped; for training and evaluation. */
  public static Tagger of(TopicModel model) {
    return new Tagger(Taxonomy.load(), Lexicon.load(), model);
  }

  /** What an article says: of each of the lexicon's topics, and of each top-level topic. */
  private record Reading(double[] evidence, double[] logOdds) {}

  /**
   * The article's topics, highest score first, then by code; ancestors of found ones included. None
   * for a text that is very short or in a language the tagger does not know.
   */
  public List<TopicTag> tag(Document document) {
    if (!readable(document)) {
      return List.of();
    }
    Reading reading = read(document);
    List<TopicTag> found = new ArrayList<>();
    for (int k = 0; k < reading.logOdds().length; k++) {
      add(model.topics().get(k), reading.logOdds()[k], LEAST_ODDS, found);
    }
    for (int i = 0; i < narrow.length; i++) {
      if (reading.evidence()[i] > 0 && narrow[i]) {
        add(lexicon.topics().get(i), narrowLogOdds(reading, i), LEAST_NARROW_ODDS, found);
      }
    }
    found.sort(ORDER);
    return withAncestors(List.copyOf(found.subList(0, Math.min(MOST, found.size()))));
  }

  /**
   * Adds the subjects that an article's sender gave to those that were found, with their ancestors.
   *
   * @param given codes in any spelling of the IPTC's; others say nothing here
   */
  public List<TopicTag> withGiven(List<TopicTag> found, List<String> given) {
    Map<String, TopicTag> all = new LinkedHashMap<>();
    given.stream()
        .flatMap(code -> taxonomy.spelled(code).stream())
        .limit(MOST)
        .forEach(concept -> all.put(concept.code(), tag(concept.code(), 1, false)));
    if (all.isEmpty()) {
      return found;
    }
    found.forEach(tag -> all.putIfAbsent(tag.code(), tag));
    return withAncestors(List.copyOf(all.values()));
  }

  /** Probability of each top-level topic, in the taxonomy's order; for evaluation. */
  public double[] topLevelScores(String language, long[] title, long[] body) {
    double[] scores = read(language, title, body).logOdds();
    for (int k = 0; k < scores.length; k++) {
      scores[k] = probability(scores[k]);
    }
    return scores;
  }

  private boolean readable(Document document) {
    int terms = document.title().tokens().size() + document.body().tokens().size();
    return terms >= FEWEST_TERMS
        && model.speaks(document.language())
        && Script.isLatin(document.title().string(), document.body().string());
  }

  private Reading read(Document document) {
    long[] title = Terms.of(document.title(), TITLE_TERMS);
    long[] body = Terms.of(document.body(), BODY_TERMS);
    return read(document.language(), title, body);
  }

  private Reading read(String language, long[] title, long[] body) {
    double[] evidence = lexicon.evidence(language, title, body);
    return new Reading(evidence, model.logOdds(language, title, body, summary.of(evidence)));
  }

  private double narrowLogOdds(Reading reading, int topic) {
    double top = reading.logOdds()[topLevel[topic]];
    double limited = Math.max(LEAST_TOP_LEVEL_ODDS, Math.min(MOST_ODDS, top));
    return EVIDENCE * reading.evidence()[topic] + TOP_LEVEL * limited + CAUTION;
  }

  private void add(String code, double logOdds, double least, List<TopicTag> found) {
    if (logOdds >= least) {
      found.add(tag(code, probability(logOdds), false));
    }
  }

  private static double logOdds(double probability) {
    return Math.log(probability / (1 - probability));
  }

  private static double probability(double logOdds) {
    return 1 / (1 + Math.exp(-logOdds));
  }

  private List<TopicTag> withAncestors(List<TopicTag> found) {
    Map<String, TopicTag> tags = new LinkedHashMap<>();
    found.forEach(tag -> tags.put(tag.code(), tag));
    for (TopicTag tag : found) {
      for (String ancestor : taxonomy.ancestors(tag.code())) {
        tags.merge(ancestor, tag(ancestor, tag.score(), true), Tagger::stronger);
      }
    }
    List<TopicTag> sorted = new ArrayList<>(tags.values());
    sorted.sort(ORDER);
    return List.copyOf(sorted);
  }

  /** An ancestor is at least as likely as its descendant. */
  private static TopicTag stronger(TopicTag known, TopicTag implied) {
    return new TopicTag(
        known.code(), known.label(), Math.max(known.score(), implied.score()), known.implied());
  }

  private TopicTag tag(String code, double score, boolean implied) {
    return new TopicTag(code, taxonomy.get(code).label(), score, implied);
  }

  /**
   * The terms that spoke for or against a topic, strongest first, at most 20; none for a topic that
   * is never found itself.
   */
  public List<TermWeight> explain(Document document, String code) {
    return readable(document) ? reasons.of(document, code) : List.of();
  }
}
