package org.storywire.processor.story;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.storywire.processor.story.member.Arrival;
import org.storywire.processor.story.member.Coverage;
import org.storywire.processor.story.member.Member;
import org.storywire.processor.story.similarity.ComparedArticle;

/**
 * What speaks for the stories of a labelled stream's articles, where every earlier article is in
 * the story it belongs to. What a model's weights for short articles are trained on.
 */
public final class TrainingStories {

  private final StoryBook book;
  private final EditionView edition;
  private final StoryModel model;
  private final Map<String, String> ids = new HashMap<>();
  private final List<Example> examples = new ArrayList<>();

  /**
   * A likely story of an article.
   *
   * @param evidence numbers in the order of {@link StoryEvidence}
   * @param same whether the article belongs to it
   */
  @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
  public record Example(double[] evidence, boolean same) {}

  /**
   * Starts with nothing held.
   *
   * @param model weighs pairs; its weights for stories are not used
   */
  public TrainingStories(StoryModel model) {
    this.model = model;
    this.book = new StoryBook(StoryConfig.defaults(), model, TrainingPairs.NOTHING);
    this.edition = book.edition();
  }

  /**
   * Compares an article with the likeliest stories, then holds it.
   *
   * @param label its story
   */
  public void add(Arrival arrival, String label) {
    ComparedArticle weighted = edition.weigh(arrival);
    String own = ids.getOrDefault(label, "");
    List<Member> candidates = edition.candidates(weighted, StoryConfig.defaults().candidates());
    new StoryScorer(model, weighted)
        .evidence(candidates, edition::storyOf)
        .forEach((story, values) -> examples.add(new Example(values, story.id().equals(own))));
    Coverage coverage = Coverage.silent(arrival, false);
    if (own.isEmpty()) {
      String id = edition.freshId(arrival.articleId());
      ids.put(label, id);
      book.apply(List.of(new Change.Open(id, coverage, weighted)));
    } else {
      book.apply(List.of(new Change.Join(own, coverage, weighted)));
    }
  }

  /** All examples in the order they were met. */
  public List<Example> examples() {
    return List.copyOf(examples);
  }
}
