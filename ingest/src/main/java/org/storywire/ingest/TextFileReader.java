package org.storywire.ingest;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A text file as one delivery: the whole file is the body, untouched, and there is no title. */
final class TextFileReader extends WholeFile {

  private final InputFile file;
  private final Map<String, String> said;
  private final Clock clock;

  /**
   * Reads a file.
   *
   * @param said what the manifest says about the file, by column
   */
  TextFileReader(InputFile file, Map<String, String> said, Clock clock) {
    super(file);
    this.file = file;
    this.said = said;
    this.clock = clock;
  }

  @Override
  List<Delivery> deliveries(byte[] bytes) {
    Map<String, String> rest = new TreeMap<>(said);
    return List.of(
        new GivenArticle(
                Optional.of(file.stem()),
                Optional.ofNullable(rest.remove("published")),
                Optional.ofNullable(rest.remove("received")),
                Optional.ofNullable(rest.remove("source")),
                Optional.ofNullable(rest.remove("url")),
                Optional.empty(),
                new String(bytes, StandardCharsets.UTF_8),
                rest)
            .toDelivery(file.name(), clock));
  }
}
