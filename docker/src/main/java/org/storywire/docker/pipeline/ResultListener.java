package org.storywire.docker.pipeline;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.storywire.news.Article;
import org.storywire.news.Story;
import org.storywire.news.StoryUpdate;

/** Takes what comes out of a pipeline, in the order of each topic. Called by one thread. */
public interface ResultListener {

  /** An article as it was judged at its arrival. */
  default void article(Article article) {}

  /** An article that was judged before, with what is known of it now. */
  default void corrected(Article article) {}

  /** An event of a story's life. */
  default void update(StoryUpdate update) {}

  /** A story as it now stands. */
  default void story(Story story) {}

  /** Something that could not be processed. */
  default void deadLetter(ConsumerRecord<byte[], byte[]> letter) {}
}
