package org.storywire.processor.streams;

import java.util.Properties;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Repartitioned;
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

  private static final String STORY = "story";

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
        .process(StoryProcessor.supplier(settings.story(), observer), Named.as(STORY));

    Topology topology = builder.build(properties);
    sink(topology, StoryOutput.ARTICLES, NewsTopics.ARTICLES, NewsSerdes.article(format));
    sink(topology, StoryOutput.UPDATES, NewsTopics.STORY_UPDATES, NewsSerdes.storyUpdate(format));
    sink(topology, StoryOutput.STORIES, NewsTopics.STORIES, NewsSerdes.story(format));
    return topology;
  }

  private static String edition(Received received) {
    return ((Prepared) received.item().orElseThrow()).article().getEdition();
  }

  /** The ordered stage names the sink of each record: the streams DSL would filter for each. */
  private static void sink(Topology topology, String name, String topic, Serde<?> serde) {
    topology.addSink(name, topic, Serdes.String().serializer(), serde.serializer(), STORY);
  }
}
