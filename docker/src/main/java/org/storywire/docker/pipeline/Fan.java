package org.storywire.docker.pipeline;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.storywire.news.Article;
import org.storywire.news.Story;
import org.storywire.news.StoryUpdate;

/**
 * Hands results on to several listeners in their order.
 *
 * @param listeners who is told, first to last
 */
public record Fan(List<ResultListener> listeners) implements ResultListener {

  /** Copies the listeners. */
  public Fan {
    listeners = List.copyOf(listeners);
  }

  /** Tells these listeners. */
  public static Fan of(ResultListener... listeners) {
    return new Fan(List.of(listeners));
  }

  @Override
  public void article(Article article) {
    listeners.forEach(listener -> listener.article(article));
  }

  @Override
  public void corrected(Article article) {
    listeners.forEach(listener -> listener.corrected(article));
  }

  @Override
  public void update(StoryUpdate update) {
    listeners.forEach(listener -> listener.update(update));
  }

  @Override
  public void story(Story story) {
    listeners.forEach(listener -> listener.story(story));
  }

  @Override
  public void deadLetter(ConsumerRecord<byte[], byte[]> letter) {
    listeners.forEach(listener -> listener.deadLetter(letter));
  }
}
