package org.storywire.docker.pipeline;

import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import it.unimi.dsi.fastutil.longs.LongSet;
import java.util.EnumMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.storywire.news.Article;
import org.storywire.news.Story;
import org.storywire.news.StoryState;
import org.storywire.news.StoryUpdate;
import org.storywire.news.UpdateKind;
import org.storywire.news.Verdict;
import org.storywire.processor.text.Hashing;

/** Counts what comes out of a pipeline. */
public final class ResultCounts implements ResultListener {

  private final Map<Verdict, Long> verdicts = new EnumMap<>(Verdict.class);
  private final Map<UpdateKind, Long> kinds = new EnumMap<>(UpdateKind.class);

  /** Ids by hash, eight bytes each. */
  private final LongSet stories = new LongOpenHashSet();

  private long unreadDates;
  private long deadLetters;

  @Override
  public void article(Article article) {
    verdicts.merge(article.getVerdict(), 1L, Long::sum);
    unreadDates += article.getPublishedAsGiven() == null ? 0 : 1;
  }

  @Override
  public void update(StoryUpdate update) {
    kinds.merge(update.getKind(), 1L, Long::sum);
  }

  @Override
  public void story(Story story) {
    long id = Hashing.hash64(story.getStoryId());
    if (story.getState() == StoryState.MERGED) {
      stories.remove(id);
    } else {
      stories.add(id);
    }
  }

  @Override
  public void deadLetter(ConsumerRecord<byte[], byte[]> letter) {
    deadLetters++;
  }

  /** Articles, whatever their verdict. */
  public long articles() {
    return verdicts.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Articles with a verdict. */
  public long articles(Verdict verdict) {
    return verdicts.getOrDefault(verdict, 0L);
  }

  /** Articles whose claimed date could not be read. */
  public long unreadDates() {
    return unreadDates;
  }

  /** Story updates of a kind. */
  public long updates(UpdateKind kind) {
    return kinds.getOrDefault(kind, 0L);
  }

  /** Stories that were not merged into others. */
  public long stories() {
    return stories.size();
  }

  /** Dead letters of the feed and of the processor. */
  public long deadLetters() {
    return deadLetters;
  }
}
