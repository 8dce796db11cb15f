package org.storywire.processor.topics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.storywire.processor.text.Document;
import org.storywire.processor.text.Text;

/**
 * Tells which subjects an article is about. Immutable and thread-safe; the same article gets the
 * same tags on every machine.
 */
public final class Tagger {

  /** Most tags that are found, not counting implied ancestors. */
  public static final int MOST = 6;

  /** Terms of a body that are read: what comes later seldom changes the subject. */
  static final int BODY_TERMS = 1_500;

  private static final int TITLE_TERMS = 60;
  private static final int FEWEST_TERMS = 5;
  private static final double THRESHOLD = 0.5;

  private final Taxonomy taxonomy;
  private final Lexicon lexicon;

  private Tagger(Taxonomy taxonomy, Lexicon lexicon) {
    this.taxonomy = taxonomy;
    this.lexicon = lexicon;
  }

  /** The tagger that is shipped. */
  public static Tagger load() {
    return new Tagger(Taxonomy.load(), Lexicon.load());
  }

  /** The article's topics, highest score first, then by code; ancestors of found ones included. */
  public List<TopicTag> tag(Document document) {
    long[] title = Terms.of(document.title(), TITLE_TERMS);
    long[] body = Terms.of(document.body(), BODY_TERMS);
    if (title.length + body.length < FEWEST_TERMS) {
      return List.of();
    }
    double[] evidence = lexicon.evidence(document.language(), title, body);
    List<TopicTag> found = new ArrayList<>();
    for (int i = 0; i < evidence.length; i++) {
      double score = 1 / (1 + Math.exp(-1.2 * (evidence[i] - 4.5)));
      if (score >= THRESHOLD) {
        found.add(tag(lexicon.topics().get(i), score, false));
      }
    }
    found.sort(ORDER);
    return withAncestors(List.copyOf(found.subList(0, Math.min(MOST, found.size()))));
  }

  /** The terms that spoke for or against a topic, strongest first; none for an unknown topic. */
  public List<TermWeight> explain(Document document, String code) {
    int topic = lexicon.topics().indexOf(code);
    long[] title = Terms.of(document.title(), TITLE_TERMS);
    long[] body = Terms.of(document.body(), BODY_TERMS);
    List<TermWeight> terms = new ArrayList<>();
    lexicon.visit(
        document.language(),
        title,
        body,
        (entry, amount, inTitle, at, length) -> {
          if (entry.topic() == topic) {
            Text text = inTitle ? document.title() : document.body();
            String term =
                text.string()
                    .substring(text.tokens().start(at), text.tokens().end(at + length - 1));
            terms.add(new TermWeight(term.toLowerCase(java.util.Locale.ROOT), amount));
          }
        });
    terms.sort(
        Comparator.comparingDouble((TermWeight t) -> -Math.abs(t.weight()))
            .thenComparing(TermWeight::term));
    return List.copyOf(terms);
  }

  private static final Comparator<TopicTag> ORDER =
      Comparator.comparingDouble((TopicTag t) -> -t.score()).thenComparing(TopicTag::code);

  private List<TopicTag> withAncestors(List<TopicTag> found) {
    Map<String, TopicTag> tags = new LinkedHashMap<>();
    found.forEach(tag -> tags.put(tag.code(), tag));
    for (TopicTag tag : found) {
      for (String ancestor : taxonomy.ancestors(tag.code())) {
        tags.merge(
            ancestor,
            tag(ancestor, tag.score(), true),
            (a, b) ->
                new TopicTag(
                    a.code(),
                    a.label(),
                    Math.max(a.score(), b.score()),
                    a.implied() && b.implied()));
      }
    }
    List<TopicTag> sorted = new ArrayList<>(tags.values());
    sorted.sort(ORDER);
    return List.copyOf(sorted);
  }

  private TopicTag tag(String code, double score, boolean implied) {
    return new TopicTag(code, taxonomy.get(code).label(), score, implied);
  }
}
