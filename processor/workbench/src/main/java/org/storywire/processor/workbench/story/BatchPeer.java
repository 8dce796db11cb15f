package org.storywire.processor.workbench.story;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.storywire.processor.story.StoryModel;
import org.storywire.processor.story.TrainingPairs;

/**
 * An upper bound to compare with: agglomerative clustering with average linkage that sees all pairs
 * of the whole stream, future included. Pairs that were never candidates count as unlike.
 */
final class BatchPeer {

  private record Link(double mean, int left, int right, int leftSize, int rightSize) {}

  private BatchPeer() {}

  static ClusterScores score(StoryModel model, Stream stream) {
    TrainingPairs collector = new TrainingPairs(model);
    stream.arrivals().forEach(collector::add);
    Map<String, Integer> places = new HashMap<>();
    stream.arrivals().forEach(arrival -> places.put(arrival.articleId(), places.size()));
    int n = places.size();
    List<Map<Integer, Double>> links = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      links.add(new HashMap<>());
    }
    for (TrainingPairs.Pair pair : collector.pairs()) {
      int left = places.get(pair.article());
      int right = places.get(pair.other());
      double score = model.score(pair.features(), pair.shortness());
      links.get(left).put(right, score);
      links.get(right).put(left, score);
    }
    int[] cluster = cluster(links, model.threshold());
    Map<String, String> stories = new HashMap<>();
    places.forEach((article, place) -> stories.put(article, "c" + root(cluster, place)));
    return ClusterScores.of(stories, stream.gold());
  }

  private static int[] cluster(List<Map<Integer, Double>> sums, double threshold) {
    int n = sums.size();
    int[] parent = new int[n];
    int[] size = new int[n];
    PriorityQueue<Link> queue =
        new PriorityQueue<>(
            (a, b) ->
                a.mean != b.mean
                    ? Double.compare(b.mean, a.mean)
                    : a.left != b.left
                        ? Integer.compare(a.left, b.left)
                        : Integer.compare(a.right, b.right));
    for (int i = 0; i < n; i++) {
      parent[i] = i;
      size[i] = 1;
      int left = i;
      sums.get(i)
          .forEach(
              (right, score) -> {
                if (left < right) {
                  queue.add(new Link(score, left, right, 1, 1));
                }
              });
    }
    while (!queue.isEmpty() && queue.peek().mean >= threshold) {
      Link link = queue.poll();
      boolean current =
          parent[link.left] == link.left
              && parent[link.right] == link.right
              && size[link.left] == link.leftSize
              && size[link.right] == link.rightSize;
      if (!current) {
        continue;
      }
      parent[link.right] = link.left;
      size[link.left] += size[link.right];
      Map<Integer, Double> kept = sums.get(link.left);
      kept.remove(link.right);
      for (Map.Entry<Integer, Double> entry : sums.get(link.right).entrySet()) {
        int other = entry.getKey();
        if (other != link.left) {
          kept.merge(other, entry.getValue(), Double::sum);
          sums.get(other).remove(link.right);
          sums.get(other).put(link.left, kept.get(other));
        }
      }
      for (Map.Entry<Integer, Double> entry : kept.entrySet()) {
        int low = Math.min(link.left, entry.getKey());
        int high = Math.max(link.left, entry.getKey());
        double mean = entry.getValue() / ((double) size[low] * size[high]);
        queue.add(new Link(mean, low, high, size[low], size[high]));
      }
    }
    return parent;
  }

  private static int root(int[] parent, int place) {
    int at = place;
    while (parent[at] != at) {
      at = parent[at];
    }
    return at;
  }
}
