package org.storywire.ingest;

import java.util.List;
import org.storywire.ingest.fetch.FetchConfig;

/** The settings that only ingest has, with their meaning. */
public final class IngestKeys {

  /**
   * One setting.
   *
   * @param name name in a properties file
   * @param defaultValue value where nobody sets one; empty for none
   * @param meaning what it does, with its range
   */
  public record Key(String name, String defaultValue, String meaning) {}

  /** All of them. */
  public static final List<Key> ALL = all();

  private IngestKeys() {}

  private static List<Key> all() {
    IngestConfig ingest = IngestConfig.defaults();
    FetchConfig fetch = FetchConfig.defaults();
    return List.of(
        new Key(
            IngestConfig.BOOTSTRAP_SERVER,
            "",
            "brokers of ingest where they are others than bootstrap.servers"),
        new Key(IngestConfig.RAW_ARTICLES_TOPIC, ingest.rawArticlesTopic(), "where articles go"),
        new Key(
            IngestConfig.DEAD_LETTERS_TOPIC,
            ingest.deadLettersTopic(),
            "where what can't be read goes"),
        new Key(IngestConfig.RATE, "0", "articles a second at most; 0 for no limit"),
        new Key(
            FetchConfig.CONTACT,
            "",
            "where publishers reach you, a mail address or a page; live feeds require it"),
        new Key(
            FetchConfig.ALLOW_LOCAL,
            "",
            "hosts and networks outside the public internet that may be reached: name,10.1.0.0/16"),
        new Key(
            FetchConfig.HOST_INTERVAL,
            fetch.hostInterval().toString(),
            "least time between two requests to one host [PT0S..PT1H]"),
        new Key(
            FetchConfig.TIMEOUT, fetch.limits().total().toString(), "longest time for one answer"),
        new Key(
            FetchConfig.MAX_BYTES,
            Integer.toString(fetch.limits().bytes()),
            "largest answer as it is sent [bytes]"),
        new Key(
            FetchConfig.MAX_UNPACKED_BYTES,
            Integer.toString(fetch.limits().unpackedBytes()),
            "largest answer when unpacked [bytes]"),
        new Key(
            FetchConfig.TRUSTED_CERTIFICATES,
            "",
            "PEM file of certificates to trust beside the authorities that Java knows"));
  }
}
