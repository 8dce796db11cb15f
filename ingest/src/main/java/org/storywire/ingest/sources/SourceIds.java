package org.storywire.ingest.sources;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.common.utils.Utils;
import org.storywire.ingest.StableHash;

/** Ids of sources, and where their records lie in the topic of sources. */
public final class SourceIds {

  /** Two kinds of record belong to a source, each compacted by itself. */
  enum Part {
    SETTINGS,
    STATE;

    private String suffix() {
      return this == SETTINGS ? "/settings" : "/state";
    }
  }

  private static final int DIGITS = 16;

  private SourceIds() {}

  static String of(String address) {
    return StableHash.of("source", address).substring(0, DIGITS);
  }

  static String key(String sourceId, Part part) {
    return sourceId + part.suffix();
  }

  /** The source whose record has this key; empty if it is a record of the other part. */
  static Optional<String> sourceOf(String key, Part part) {
    return key.endsWith(part.suffix())
        ? Optional.of(key.substring(0, key.length() - part.suffix().length()))
        : Optional.empty();
  }

  /** Both parts of a source lie in one partition, so that one reader has both. */
  static int partition(String sourceId, int partitions) {
    byte[] id = sourceId.getBytes(StandardCharsets.UTF_8);
    return Utils.toPositive(Utils.murmur2(id)) % partitions;
  }
}
