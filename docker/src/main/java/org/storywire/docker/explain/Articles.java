package org.storywire.docker.explain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.storywire.docker.replay.ArticleArchive;
import org.storywire.news.Article;
import org.storywire.schemas.Cluster;
import org.storywire.schemas.NewsSerdes;
import org.storywire.schemas.NewsTopics;

/** Where judged articles can be looked up: a replay's directory, or a cluster's topic. */
interface Articles {

  /** Shows every article, oldest first. */
  void forEach(Consumer<Article> consumer);

  /** The last article that matches. */
  default Optional<Article> last(Predicate<Article> wanted) {
    Article[] found = new Article[1];
    forEach(
        article -> {
          if (wanted.test(article)) {
            found[0] = article;
          }
        });
    return Optional.ofNullable(found[0]);
  }

  /** Articles that a replay wrote into a directory. */
  static Articles ofReplay(Path directory) {
    return consumer -> {
      Path file = directory.resolve(ArticleArchive.FILE);
      try (DataFileReader<Article> reader =
          new DataFileReader<>(file.toFile(), new SpecificDatumReader<>(Article.class))) {
        reader.forEach(consumer);
      } catch (IOException e) {
        throw new UncheckedIOException(
            "unable to read " + file + ", expected the directory of a replay", e);
      }
    };
  }

  /** Articles that a cluster's topic still holds. */
  static Articles ofCluster(Cluster cluster) {
    return consumer -> {
      try (KafkaConsumer<String, Article> reader =
          new KafkaConsumer<>(
              cluster.properties(Map.of("isolation.level", "read_committed")),
              new StringDeserializer(),
              NewsSerdes.article(cluster.format()).deserializer())) {
        List<TopicPartition> partitions =
            reader.partitionsFor(NewsTopics.ARTICLES).stream()
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
    };
  }
}
