package org.storywire.processor.workbench.story;

import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongSet;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import org.storywire.processor.story.Arrival;
import org.storywire.processor.text.StopWords;
import org.storywire.processor.text.Text;
import org.storywire.processor.text.Tokens;

/**
 * The classic way to compare with: single-pass clustering by the cosine of TF-IDF vectors to the
 * nearest earlier article within seven days, document frequencies counted as the stream goes.
 */
final class ClassicPeer {

  private static final Duration WINDOW = Duration.ofDays(7);

  private final Long2IntOpenHashMap carrying = new Long2IntOpenHashMap();
  private final ArrayDeque<Held> window = new ArrayDeque<>();
  private final double threshold;
  private int articles;

  private ClassicPeer(double threshold) {
    this.threshold = threshold;
  }

  private record Held(Arrival arrival, Map<Long, Double> vector, String story) {}

  /** The best pairwise F1 over thresholds chosen on the stream itself: a flattering figure. */
  static ClusterScores best(Stream stream) {
    ClusterScores best = null;
    for (int percent = 15; percent <= 55; percent += 5) {
      ClusterScores scores = ClusterScores.of(run(stream, percent / 100.0), stream.gold());
      best = best == null || scores.f1() > best.f1() ? scores : best;
    }
    return best;
  }

  private static Map<String, String> run(Stream stream, double threshold) {
    ClassicPeer peer = new ClassicPeer(threshold);
    Map<String, String> stories = new HashMap<>();
    stream.arrivals().forEach(arrival -> stories.put(arrival.articleId(), peer.follow(arrival)));
    return stories;
  }

  private String follow(Arrival arrival) {
    Map<Long, Double> vector = vector(arrival);
    while (!window.isEmpty()
        && window.peekFirst().arrival().at().plus(WINDOW).isBefore(arrival.at())) {
      window.removeFirst();
    }
    double best = 0;
    String story = arrival.articleId();
    for (Held held : window) {
      double cosine = 0;
      for (Map.Entry<Long, Double> entry : vector.entrySet()) {
        cosine += entry.getValue() * held.vector().getOrDefault(entry.getKey(), 0.0);
      }
      if (cosine >= threshold && cosine > best) {
        best = cosine;
        story = held.story();
      }
    }
    window.addLast(new Held(arrival, vector, story));
    return story;
  }

  private Map<Long, Double> vector(Arrival arrival) {
    Tokens tokens = Text.of(arrival.title() + '\n' + arrival.body()).tokens();
    LongSet stops = StopWords.of("en");
    Map<Long, Double> counts = new HashMap<>();
    for (int i = 0; i < tokens.size(); i++) {
      if (!stops.contains(tokens.hash(i))) {
        counts.merge(tokens.hash(i), 1.0, Double::sum);
      }
    }
    articles++;
    counts.keySet().forEach(term -> carrying.addTo(term.longValue(), 1));
    double squares = 0;
    for (Map.Entry<Long, Double> entry : counts.entrySet()) {
      double idf = Math.log((articles + 1.0) / carrying.get(entry.getKey().longValue()));
      entry.setValue((1 + Math.log(entry.getValue())) * idf);
      squares += entry.getValue() * entry.getValue();
    }
    double norm = Math.sqrt(squares);
    counts.replaceAll((term, weight) -> norm == 0 ? 0 : weight / norm);
    return counts;
  }
}
