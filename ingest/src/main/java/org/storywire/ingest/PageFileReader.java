package org.storywire.ingest;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.storywire.ingest.page.Page;
import org.storywire.ingest.page.PageExtractor;

/** An HTML file as one delivery: the article of the page. */
final class PageFileReader extends WholeFile {

  private final PageExtractor extractor;
  private final InputFile file;
  private final Map<String, String> said;
  private final Clock clock;

  /**
   * Reads a file.
   *
   * @param said what the manifest says about the file, by column
   */
  PageFileReader(InputFile file, Map<String, String> said, PageExtractor extractor, Clock clock) {
    super(file);
    this.extractor = extractor;
    this.file = file;
    this.said = said;
    this.clock = clock;
  }

  @Override
  List<Delivery> deliveries(byte[] bytes) {
    Optional<String> address = Optional.ofNullable(said.get("url"));
    Page page = extractor.extract(bytes, Optional.empty(), address.orElse(""));
    if (page.text().isEmpty()) {
      return List.of(bad("page holds no text, expected an article", bytes));
    }
    return List.of(
        PageArticle.of(page, Optional.of(file.stem()), address, Optional.empty(), said)
            .toDelivery(file.name(), clock));
  }
}
