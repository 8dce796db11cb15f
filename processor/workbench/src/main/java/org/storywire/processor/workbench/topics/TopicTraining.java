package org.storywire.processor.workbench.topics;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.storywire.processor.topics.Concept;
import org.storywire.processor.topics.LanguageModel;
import org.storywire.processor.topics.Lexicon;
import org.storywire.processor.topics.LexiconOpinion;
import org.storywire.processor.topics.Taxonomy;
import org.storywire.processor.topics.TopLevelEvidence;
import org.storywire.processor.topics.TopicModel;

/** Trains the model that is shipped, language by language. */
final class TopicTraining {

  private final Taxonomy taxonomy;
  private final List<String> tops;
  private final TopLevelEvidence evidence;
  private final Map<String, WordVectors> vectors;

  /**
   * Training.
   *
   * @param vectors word vectors of the languages that have some
   */
  TopicTraining(Taxonomy taxonomy, Map<String, WordVectors> vectors) {
    this.taxonomy = taxonomy;
    this.tops = taxonomy.topLevel().stream().map(Concept::code).toList();
    this.evidence = new TopLevelEvidence(taxonomy, Lexicon.load());
    this.vectors = vectors;
  }

  /** Learns from all examples given; the caller holds back what it wants to test on. */
  TopicModel train(List<Example> examples) {
    LexiconOpinion lexicon = new LexiconFit(taxonomy, evidence, tops).fit(examples);
    Map<String, List<Example>> byLanguage =
        examples.stream()
            .collect(Collectors.groupingBy(Example::language, TreeMap::new, Collectors.toList()));
    Map<String, LanguageModel> models = new TreeMap<>();
    byLanguage.forEach(
        (language, own) -> {
          own.addAll(NoNews.of(language));
          models.put(
              language,
              new LanguageTraining(
                      tops,
                      new TopicLessons(taxonomy, tops, evidence),
                      vectors.getOrDefault(language, WordVectors.NONE))
                  .train(own));
        });
    return new TopicModel(tops, lexicon, models);
  }
}
