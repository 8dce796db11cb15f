package org.storywire.processor.workbench.story;

import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.storywire.processor.story.member.Arrival;
import org.storywire.processor.text.StopWords;
import org.storywire.processor.text.Text;
import org.storywire.processor.text.Tokens;

/**
 * The classic way to compare with: single-pass clustering by the cosine of TF-IDF vectors to the
 * centroids of clusters that grew within seven days, document frequencies counted as the stream
 * goes (Allan et al. 1998).
 */
final class ClassicPeer {

  private static final Duration WINDOW = Duration.ofDays(7);
  private static final int[] PERCENT = {5, 10, 15, 20, 25, 30, 35, 40, 50, 60};

  private final List<Cluster> clusters = new ArrayList<>();

  /** By term: the clusters that have it, with its weight in their sums. */
  private final Map<Long, Map<Integer, Double>> postings = new HashMap<>();

  private final double threshold;

  private ClassicPeer(double threshold) {
    this.threshold = threshold;
  }

  private static final class Cluster {
    private double squares;
    private Instant lastAt = Instant.MIN;
  }

  /** The best pairwise F1 over thresholds chosen on the stream itself: a flattering figure. */
  static ClusterScores best(Stream stream) {
    List<Map<Long, Double>> vectors = vectors(stream.arrivals());
    ClusterScores best = null;
    for (int percent : PERCENT) {
      ClassicPeer peer = new ClassicPeer(percent / 100.0);
      Map<String, String> stories = new HashMap<>();
      for (int i = 0; i < vectors.size(); i++) {
        Arrival arrival = stream.arrivals().get(i);
        stories.put(arrival.articleId(), "c" + peer.follow(vectors.get(i), arrival.at()));
      }
      ClusterScores scores = ClusterScores.of(stories, stream.gold());
      best = best == null || scores.f1() > best.f1() ? scores : best;
    }
    return best;
  }

  private int follow(Map<Long, Double> vector, Instant at) {
    Map<Integer, Double> products = new HashMap<>();
    vector.forEach(
        (term, weight) ->
            postings
                .getOrDefault(term, Map.of())
                .forEach((cluster, sum) -> products.merge(cluster, weight * sum, Double::sum)));
    int best = clusters.size();
    double bestCosine = threshold;
    for (Map.Entry<Integer, Double> product : products.entrySet()) {
      Cluster cluster = clusters.get(product.getKey());
      double cosine = product.getValue() / Math.sqrt(cluster.squares);
      boolean better = cosine > bestCosine || (cosine == bestCosine && product.getKey() < best);
      if (better && !cluster.lastAt.plus(WINDOW).isBefore(at)) {
        best = product.getKey();
        bestCosine = cosine;
      }
    }
    if (best == clusters.size()) {
      clusters.add(new Cluster());
    }
    add(best, vector, at);
    return best;
  }

  private void add(int number, Map<Long, Double> vector, Instant at) {
    Cluster cluster = clusters.get(number);
    cluster.lastAt = at;
    vector.forEach(
        (term, weight) -> {
          Map<Integer, Double> sums = postings.computeIfAbsent(term, t -> new HashMap<>());
          double before = sums.getOrDefault(number, 0.0);
          sums.put(number, before + weight);
          cluster.squares += weight * (2 * before + weight);
        });
  }

  private static List<Map<Long, Double>> vectors(List<Arrival> arrivals) {
    Long2IntOpenHashMap carrying = new Long2IntOpenHashMap();
    List<Map<Long, Double>> vectors = new ArrayList<>();
    for (Arrival arrival : arrivals) {
      Map<Long, Double> counts = counts(arrival);
      counts.keySet().forEach(term -> carrying.addTo(term.longValue(), 1));
      int articles = vectors.size() + 1;
      double squares = 0;
      for (Map.Entry<Long, Double> entry : counts.entrySet()) {
        double idf = Math.log((articles + 1.0) / carrying.get(entry.getKey().longValue()));
        entry.setValue((1 + Math.log(entry.getValue())) * idf);
        squares += entry.getValue() * entry.getValue();
      }
      double norm = Math.sqrt(squares);
      counts.replaceAll((term, weight) -> norm == 0 ? 0 : weight / norm);
      vectors.add(counts);
    }
    return vectors;
  }

  private static Map<Long, Double> counts(Arrival arrival) {
    Tokens tokens = Text.of(arrival.title() + '\n' + arrival.body()).tokens();
    LongSet stops = StopWords.of("en");
    Map<Long, Double> counts = new HashMap<>();
    for (int i = 0; i < tokens.size(); i++) {
      if (!stops.contains(tokens.hash(i))) {
        counts.merge(tokens.hash(i), 1.0, Double::sum);
      }
    }
    return counts;
  }
}
