package org.storywire.processor.topics;

import it.unimi.dsi.fastutil.longs.Long2ObjectLinkedOpenHashMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntPredicate;
import org.storywire.processor.text.Document;
import org.storywire.processor.text.Text;

/** The terms of an article that spoke for or against a topic, in words a reader can argue about. */
final class Reasons {

  private static final int MOST = 20;

  /** The language that is taught with word vectors; in others rare words are taught alone. */
  private static final String WITH_VECTORS = "en";

  private final Lexicon lexicon;
  private final TopicModel model;
  private final int[] topLevel;

  /**
   * Reasons of a tagger.
   *
   * @param topLevel number in the model of the top-level topic above each of the lexicon's topics
   */
  Reasons(Lexicon lexicon, TopicModel model, int[] topLevel) {
    this.lexicon = lexicon;
    this.model = model;
    this.topLevel = topLevel.clone();
  }

  /** What the tagger reads of an article, and the weight of each term seen so far. */
  private record Reading(
      Document document,
      long[] title,
      long[] body,
      Map<TermWeight.Kind, Map<String, Double>> weights) {

    LengthClass length() {
      return LengthClass.of(title.length + body.length);
    }

    void add(TermWeight.Kind kind, String term, double weight) {
      weights.computeIfAbsent(kind, k -> new LinkedHashMap<>()).merge(term, weight, Double::sum);
    }
  }

  /** Strongest first, at most 20; none for a topic that is never found itself. */
  List<TermWeight> of(Document document, String code) {
    Reading reading =
        new Reading(
            document,
            Terms.of(document.title(), Tagger.TITLE_TERMS),
            Terms.of(document.body(), Tagger.BODY_TERMS),
            new EnumMap<>(TermWeight.Kind.class));
    int topic = model.topics().indexOf(code);
    if (topic >= 0) {
      features(reading, topic);
      double trust =
          model.language(document.language()).evidenceWeight(topic, reading.length())
              * TopLevelEvidence.SCALE;
      phrases(reading, i -> topLevel[i] == topic, trust);
    } else {
      int narrower = lexicon.topics().indexOf(code);
      phrases(reading, i -> i == narrower, Tagger.EVIDENCE);
    }
    List<TermWeight> terms = new ArrayList<>();
    reading
        .weights()
        .forEach(
            (kind, weights) ->
                weights.forEach((term, weight) -> terms.add(new TermWeight(term, weight, kind))));
    return terms.stream()
        .sorted(
            Comparator.comparingDouble((TermWeight t) -> -Math.abs(t.weight()))
                .thenComparing(TermWeight::term))
        .limit(MOST)
        .toList();
  }

  private void features(Reading reading, int topic) {
    LanguageModel language = model.language(reading.document().language());
    Long2ObjectLinkedOpenHashMap<String> names = new Long2ObjectLinkedOpenHashMap<>();
    name(reading.document().title(), reading.title(), names);
    name(reading.document().body(), reading.body(), names);
    SparseVector vector = language.table().vector(reading.title(), reading.body());
    for (int i = 0; i < vector.size(); i++) {
      double weight = language.weight(vector.id(i), topic, reading.length()) * vector.value(i);
      if (weight != 0) {
        TermWeight.Kind kind =
            reading.document().language().equals(WITH_VECTORS)
                    && language.table().isRare(vector.id(i))
                ? TermWeight.Kind.LIKE_OTHERS
                : TermWeight.Kind.LEARNED;
        reading.add(kind, names.get(language.table().hash(vector.id(i))), weight);
      }
    }
  }

  private static void name(Text text, long[] terms, Long2ObjectLinkedOpenHashMap<String> names) {
    long left = 0;
    for (int i = 0; i < terms.length; i++) {
      long right = terms[i];
      names.putIfAbsent(right, words(text, i, 1));
      if (i > 0) {
        names.putIfAbsent(FeatureTable.pair(left, right), words(text, i - 1, 2));
      }
      left = right;
    }
  }

  private void phrases(Reading reading, IntPredicate topic, double factor) {
    Document document = reading.document();
    lexicon.visit(
        document.language(),
        reading.title(),
        reading.body(),
        (entry, amount, inTitle, at, length) -> {
          if (topic.test(entry.topic())) {
            Text text = inTitle ? document.title() : document.body();
            reading.add(TermWeight.Kind.LISTED, words(text, at, length), factor * amount);
          }
        });
  }

  private static String words(Text text, int from, int count) {
    return text.string()
        .substring(text.tokens().start(from), text.tokens().end(from + count - 1))
        .toLowerCase(Locale.ROOT);
  }
}
