package org.storywire.processor.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.storywire.processor.story.member.Label;
import org.storywire.processor.story.member.Member;

/**
 * What the articles that a story holds say of it together: sources, languages, topics, entities.
 * Counted in whole numbers, so that the order in which articles come and go does not matter.
 */
final class Votes {

  private static final int UNIT = 1000;
  private static final int MOST_LABELS = 12;

  private final TreeMap<String, Integer> sources = new TreeMap<>();
  private final TreeMap<String, Integer> languages = new TreeMap<>();
  private final TreeMap<String, Vote> topics = new TreeMap<>();
  private final TreeMap<String, Vote> entities = new TreeMap<>();
  private int voters;

  private static final class Vote {
    private final String label;
    private long weight;
    private int voters;

    private Vote(String label) {
      this.label = label;
    }
  }

  void add(Member article) {
    count(article, 1);
  }

  void remove(Member article) {
    count(article, -1);
  }

  /** Copies tell the story's language; they have no say in anything else. */
  private void count(Member article, int step) {
    languages.merge(article.language(), step, Votes::sum);
    if (article.copy()) {
      return;
    }
    voters += step;
    sources.merge(article.source(), step, Votes::sum);
    article.topics().forEach(topic -> count(topics, topic, Math.round(topic.score() * UNIT), step));
    article.entities().forEach(entity -> count(entities, entity, UNIT, step));
  }

  private static Integer sum(int count, int step) {
    return count + step == 0 ? null : Integer.valueOf(count + step);
  }

  private static void count(TreeMap<String, Vote> votes, Label label, long weight, int step) {
    Vote vote = votes.computeIfAbsent(label.code(), code -> new Vote(label.label()));
    vote.weight += step * weight;
    vote.voters += step;
    if (vote.voters == 0) {
      votes.remove(label.code());
    }
  }

  boolean hasSource(String source) {
    return sources.containsKey(source);
  }

  /** Sources of independent articles, in order. */
  List<String> sources() {
    return new ArrayList<>(sources.keySet());
  }

  List<String> languages() {
    return new ArrayList<>(languages.keySet());
  }

  /** Topics by the mean of the independent articles' scores, at most 12. */
  List<Label> topics() {
    return ranked(topics, (double) UNIT * Math.max(1, voters), MOST_LABELS);
  }

  /**
   * Entities by the number of independent articles that name them, at most 12. A name of one word
   * counts for the only fuller one that ends with it: "Trump" for "Donald Trump".
   */
  List<Label> entities() {
    List<Label> names = ranked(entities, UNIT, 2 * MOST_LABELS);
    double[] scores = new double[names.size()];
    for (int i = 0; i < scores.length; i++) {
      int full = onlyFullName(names.get(i), names);
      scores[full < 0 ? i : full] += names.get(i).score();
    }
    List<Label> joined = new ArrayList<>();
    for (int i = 0; i < scores.length; i++) {
      Label name = names.get(i);
      if (scores[i] > 0) {
        joined.add(new Label(name.code(), name.label(), Math.min(voters, scores[i])));
      }
    }
    joined.sort(Comparator.comparingDouble(Label::score).reversed());
    return List.copyOf(joined.subList(0, Math.min(MOST_LABELS, joined.size())));
  }

  /** The one name of several words that ends with a name of one word; -1 if there is not one. */
  private static int onlyFullName(Label one, List<Label> names) {
    int found = -1;
    for (int i = 0; one.label().indexOf(' ') < 0 && i < names.size(); i++) {
      if (isFullNameOf(names.get(i), one)) {
        if (found >= 0) {
          return -1;
        }
        found = i;
      }
    }
    return found;
  }

  private static boolean isFullNameOf(Label full, Label one) {
    return full.label().endsWith(one.label())
        && full.label().length() > one.label().length()
        && full.label().charAt(full.label().length() - one.label().length() - 1) == ' ';
  }

  private static List<Label> ranked(TreeMap<String, Vote> votes, double unit, int most) {
    List<Label> labels = new ArrayList<>();
    for (Map.Entry<String, Vote> entry : votes.entrySet()) {
      double score = entry.getValue().weight / unit;
      int at = labels.size();
      // Codes come in order, so that among equals the one that is there stays before.
      while (at > 0 && labels.get(at - 1).score() < score) {
        at--;
      }
      if (at < most) {
        labels.add(at, new Label(entry.getKey(), entry.getValue().label, score));
        if (labels.size() > most) {
          labels.remove(most);
        }
      }
    }
    return labels;
  }
}
