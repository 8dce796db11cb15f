package org.storywire.processor.streams;

import java.util.Optional;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.storywire.news.StoryOverride;

/**
 * Gives each override its place in the order of its edition: after what was received until then.
 */
final class OverrideProcessor extends ContextualProcessor<String, StoryOverride, String, Received> {

  @Override
  public void process(Record<String, StoryOverride> record) {
    StoryOverride override = record.value();
    if (override == null || override.getEdition().isBlank()) {
      throw new BadArticleException("an override names no edition, expected one");
    }
    OverrideInput decided = new OverrideInput(override);
    decided.check();
    long time = Math.min(override.getAt().toEpochMilli(), context().currentSystemTimeMs());
    long offset = context().recordMetadata().map(metadata -> metadata.offset()).orElse(0L);
    Receipt receipt = new Receipt(Math.max(0, time), Long.MAX_VALUE, Integer.MAX_VALUE, offset, 0);
    context()
        .forward(
            record
                .withKey(override.getEdition())
                .withValue(new Received(receipt, Optional.of(decided))));
  }
}
