package org.storywire.processor.monitor;

import java.util.List;
import org.storywire.news.Topic;

/**
 * A topic as the monitor shows it.
 *
 * @param code IPTC code with prefix
 * @param label English label
 * @param score calibrated probability [0..1]
 * @param implied true if only the ancestor of one that was found
 */
record ShownTopic(String code, String label, float score, boolean implied) {

  private static final int MOST = 24;

  static List<ShownTopic> of(List<Topic> topics, Interner interner) {
    return topics.stream()
        .limit(MOST)
        .map(
            topic ->
                new ShownTopic(
                    interner.of(SafeText.of(topic.getCode(), 60)),
                    interner.of(SafeText.of(topic.getLabel(), 100)),
                    (float) topic.getScore(),
                    topic.getImplied()))
        .toList();
  }

  static boolean contain(List<ShownTopic> topics, String code) {
    for (ShownTopic topic : topics) {
      if (topic.code.equalsIgnoreCase(code)) {
        return true;
      }
    }
    return false;
  }
}
