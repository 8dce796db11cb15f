package org.storywire.processor.streams;

import java.util.Map;

/**
 * How often each raw article was tried. An article that costs more than it may can't be stopped,
 * but it need not be tried for ever: after {@value #MOST} attempts it goes to the dead letters.
 */
public interface Attempts {

  /** Property that holds the attempts to ask; may be absent. */
  String PROPERTY = "storywire.attempts";

  /** Attempts after which an article is not tried again. */
  int MOST = 3;

  /** Counts nothing. */
  Attempts UNCOUNTED =
      new Attempts() {
        @Override
        public int begin(int partition, long offset) {
          return 0;
        }

        @Override
        public void end() {}
      };

  /**
   * The calling thread begins an article.
   *
   * @param partition of the raw topic
   * @param offset in that partition
   * @return how often it was begun before and cost more than it may [0..]
   */
  int begin(int partition, long offset);

  /** The calling thread is done with its article, in whatever way. */
  void end();

  /** Those of a configuration. */
  static Attempts of(Map<String, Object> configs) {
    return configs.get(PROPERTY) instanceof Attempts given ? given : UNCOUNTED;
  }
}
