package org.storywire.processor.streams;

import java.util.Properties;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.storywire.news.Article;
import org.storywire.news.Story;
import org.storywire.news.StoryUpdate;
import org.storywire.schemas.NewsSerdes;
import org.storywire.schemas.NewsTopics;
import org.storywire.schemas.WireFormat;

/**
 * {@code raw-articles} (key: source) → clean → prepare → by edition → order → syndication → story →
 * {@code articles}, {@code story-updates}, {@code stories}. {@code overrides} (key: edition) join
 * before the order.
 *
 * <p>Everything costly happens before the repartition, in parallel by source; what compares an
 * article with others happens after it, in the order of receipt, one edition on one partition.
 */
public final class NewsTopology {

  private NewsTopology() {}

  /**
   * Builds the topology.
   *
   * @param properties those that run it; they enforce that every operator is named
   */
  public static Topology build(TopologySettings settings, Properties properties) {
    return build(
        settings,
        properties,
        WireFormat.SINGLE_OBJECT,
        ProcessingObserver.NONE,
        RawProgress.SINGLE);
  }

  /**
   * Builds the topology for a wire format, with somebody who watches.
   *
   * @param properties those that run it; they enforce that every operator is named
   * @param format of the published topics; what is internal never needs a registry
   * @param progress tells how many raw partitions the order of receipt is made of
   */
  public static Topology build(
      TopologySettings settings,
      Properties properties,
      WireFormat format,
      ProcessingObserver observer,
      RawProgress progress) {
    StreamsBuilder builder = new StreamsBuilder(new TopologyConfig(new StreamsConfig(properties)));
    Serde<String> keys = Serdes.String();

    KStream<String, Received> overrides =
        builder.stream(
                NewsTopics.OVERRIDES,
                Consumed.with(keys, NewsSerdes.override(format)).withName("overrides"))
            .process(OverrideProcessor::new, Named.as("override"));
    KStream<String, Outgoing> outgoing =
        builder.stream(
                NewsTopics.RAW_ARTICLES,
                Consumed.with(keys, NewsSerdes.rawArticle(format)).withName("raw-articles"))
            .process(CleanProcessor.supplier(settings), Named.as("clean"))
            .mapValues(new Preparation(settings)::receive, Named.as("prepare"))
            .selectKey((id, received) -> edition(received), Named.as("by-edition"))
            .process(WatermarkProcessor.supplier(progress), Named.as("watermark"))
            .merge(overrides, Named.as("with-overrides"))
            .repartition(
                Repartitioned.with(keys, new ReceivedSerde())
                    .withName("edition")
                    .withStreamPartitioner(WatermarkProcessor.partitioner())
                    .withNumberOfPartitions(settings.editionPartitions()))
            .process(OrderProcessor.supplier(progress, observer), Named.as("order"))
            .process(
                SyndicationProcessor.supplier(settings.syndication(), observer),
                Named.as("syndication"))
            .process(StoryProcessor.supplier(settings.story(), observer), Named.as("story"));

    send(outgoing, Article.class, NewsTopics.ARTICLES, NewsSerdes.article(format));
    send(outgoing, StoryUpdate.class, NewsTopics.STORY_UPDATES, NewsSerdes.storyUpdate(format));
    send(outgoing, Story.class, NewsTopics.STORIES, NewsSerdes.story(format));
    return builder.build(properties);
  }

  private static String edition(Received received) {
    return ((Prepared) received.item().orElseThrow()).article().getEdition();
  }

  private static <T extends SpecificRecord> void send(
      KStream<String, Outgoing> outgoing, Class<T> type, String topic, Serde<T> serde) {
    String name = topic.split("\\.")[1];
    outgoing
        .filter((key, record) -> record.topic().equals(topic), Named.as(name + "-only"))
        .mapValues(record -> record.value().map(type::cast).orElse(null), Named.as(name + "-value"))
        .to(topic, Produced.with(Serdes.String(), serde).withName(name));
  }
}
