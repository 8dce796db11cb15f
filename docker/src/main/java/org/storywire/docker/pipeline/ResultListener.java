package org.storywire.docker.pipeline;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.storywire.news.Article;
import org.storywire.news.Story;
import org.storywire.news.StoryUpdate;

/** Takes what comes out of a pipeline, in the order of each topic. Called by one thread. */
public interface ResultListener {

  /** A judged article. */
  default void article(Article article) {}

  /** An event of a story's life. */
  default void update(StoryUpdate update) {}

  /** A story as it now stands. */
  default void story(Story story) {}

  /** Something that could not be processed. */
  default void deadLetter(ConsumerRecord<byte[], byte[]> letter) {}
}
