package org.storywire.processor.workbench.story;

import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import it.unimi.dsi.fastutil.longs.LongSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.storywire.processor.story.StoryEvent;
import org.storywire.processor.story.member.Arrival;
import org.storywire.processor.story.member.NewItem;
import org.storywire.processor.text.Span;
import org.storywire.processor.text.StopWords;
import org.storywire.processor.text.Text;

/**
 * Compares sentences called new with every sentence of every earlier article of the story: those
 * that one of them carries to at least 60 % of the content words were not new.
 */
final class NoveltyCheck {

  private static final double OLD_FROM = 0.6;

  private final Map<String, List<LongSet>> carried = new HashMap<>();
  private int calledNew;
  private int old;
  private int coverage;
  private int material;

  void event(Arrival arrival, StoryEvent event) {
    if (event.kind() == StoryEvent.Kind.COVERAGE) {
      coverage++;
      material += event.material() ? 1 : 0;
      List<LongSet> before = carried.getOrDefault(event.storyId(), List.of());
      for (NewItem item : event.news()) {
        if (item.kind() == NewItem.Kind.SENTENCE) {
          calledNew++;
          LongSet words = words(arrival.body().substring(item.start(), item.end()));
          old += before.stream().anyMatch(sentence -> carries(sentence, words)) ? 1 : 0;
        }
      }
    }
    if (event.kind() == StoryEvent.Kind.MERGED && event.otherStoryId().isPresent()) {
      carried
          .computeIfAbsent(event.storyId(), id -> new ArrayList<>())
          .addAll(List.copyOf(carried.getOrDefault(event.otherStoryId().get(), List.of())));
    }
  }

  void carry(Arrival arrival, String story) {
    List<LongSet> sentences = carried.computeIfAbsent(story, id -> new ArrayList<>());
    for (Span span : Text.of(arrival.body()).sentences()) {
      sentences.add(words(span.of(arrival.body())));
    }
  }

  private static boolean carries(LongSet sentence, LongSet words) {
    long shared = words.longStream().filter(sentence::contains).count();
    return shared >= OLD_FROM * words.size();
  }

  private static LongSet words(String sentence) {
    var tokens = Text.of(sentence).tokens();
    LongSet stops = StopWords.of("en");
    LongSet words = new LongOpenHashSet();
    for (int i = 0; i < tokens.size(); i++) {
      if (!tokens.number(i)
          && !stops.contains(tokens.hash(i))
          && tokens.end(i) - tokens.start(i) > 1) {
        words.add(tokens.hash(i));
      }
    }
    return words;
  }

  @Override
  public String toString() {
    return String.format(
        java.util.Locale.ROOT,
        "%d sentences called new in %d reports, %.1f %% of them old by exhaustive comparison;"
            + " %.0f %% of the reports material",
        calledNew,
        coverage,
        calledNew == 0 ? 0 : 100.0 * old / calledNew,
        coverage == 0 ? 0 : 100.0 * material / coverage);
  }
}
