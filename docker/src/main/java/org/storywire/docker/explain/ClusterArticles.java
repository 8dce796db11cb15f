package org.storywire.docker.explain;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.storywire.news.Article;
import org.storywire.news.UpdateKind;
import org.storywire.schemas.Cluster;
import org.storywire.schemas.NewsSerdes;
import org.storywire.schemas.NewsTopics;

/** Articles that a cluster's topic still holds. */
final class ClusterArticles implements Articles {

  private final Cluster cluster;

  ClusterArticles(Cluster cluster) {
    this.cluster = cluster;
  }

  @Override
  public void forEach(Consumer<Article> consumer) {
    forEachTold(
        article -> {
          if (article.getCorrections() == 0) {
            consumer.accept(article);
          }
        });
  }

  @Override
  public void forEachTold(Consumer<Article> consumer) {
    read(NewsTopics.ARTICLES, NewsSerdes.article(cluster.format()).deserializer(), consumer);
  }

  @Override
  public Map<UpdateKind, Later> later(String articleId) {
    Corrections corrections = new Corrections(articleId);
    read(
        NewsTopics.STORY_UPDATES,
        NewsSerdes.storyUpdate(cluster.format()).deserializer(),
        corrections::add);
    return corrections.last();
  }

  /** Everything a topic holds now, in the order of each partition. */
  private <T> void read(String topic, Deserializer<T> deserializer, Consumer<T> consumer) {
    try (KafkaConsumer<String, T> reader =
        new KafkaConsumer<>(
            cluster.properties(Map.of("isolation.level", "read_committed")),
            new StringDeserializer(),
            deserializer)) {
      List<TopicPartition> partitions =
          reader.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      reader.assign(partitions);
      reader.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = reader.endOffsets(partitions);
      while (ends.entrySet().stream()
          .anyMatch(end -> reader.position(end.getKey()) < end.getValue())) {
        reader.poll(Duration.ofMillis(500)).forEach(record -> consumer.accept(record.value()));
      }
    }
  }

  @Override
  public String toString() {
    return cluster.toString();
  }
}
