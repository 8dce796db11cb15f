package org.storywire.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.storywire.ingest.page.Page;
import org.storywire.ingest.page.PageExtractor;
import org.storywire.ingest.warc.ArchiveRecord;
import org.storywire.ingest.warc.WebArchive;

/**
 * The articles of a web archive as deliveries, received when the archive got them. Answers that are
 * no articles, such as pictures and fronts of sections, are counted; damaged records are told.
 */
final class ArchiveReader implements DeliveryReader {

  private static final Logger LOG = LoggerFactory.getLogger(ArchiveReader.class);

  private final InputFile file;
  private final PageExtractor extractor;
  private final Clock clock;
  private Optional<WebArchive> archive = Optional.empty();
  private boolean ended;
  private long records;
  private long articles;
  private long damaged;

  ArchiveReader(InputFile file, PageExtractor extractor, Clock clock) {
    this.file = file;
    this.extractor = extractor;
    this.clock = clock;
  }

  @Override
  public Optional<Delivery> next() throws IOException {
    if (ended) {
      return Optional.empty();
    }
    if (archive.isEmpty()) {
      InputStream in = Files.newInputStream(file.path());
      try {
        archive = Optional.of(new WebArchive(in));
      } catch (IOException e) {
        in.close();
        ended = true;
        return Optional.of(bad("file is no web archive: " + e.getMessage(), 0));
      }
    }
    return nextOf(archive.get());
  }

  private Optional<Delivery> nextOf(WebArchive open) {
    Optional<ArchiveRecord> record = open.next();
    while (record.isPresent()) {
      records++;
      Optional<Delivery> delivery = delivery(record.get());
      if (delivery.isPresent()) {
        return delivery;
      }
      record = open.next();
    }
    ended = true;
    LOG.info(
        "archive read: file={} records={} articles={} damaged={}",
        file.name(),
        records,
        articles,
        damaged);
    return Optional.empty();
  }

  private Optional<Delivery> delivery(ArchiveRecord record) {
    if (record instanceof ArchiveRecord.Damaged damage) {
      damaged++;
      return Optional.of(bad(damage.reason(), damage.place()));
    }
    if (!(record instanceof ArchiveRecord.Answer answer) || !answer.isPage()) {
      return Optional.empty();
    }
    Page page = extractor.extract(answer.body(), answer.contentType(), answer.address());
    if (!page.article()) {
      return Optional.empty();
    }
    articles++;
    String origin = file.name() + ":" + answer.place();
    return Optional.of(
        PageArticle.of(
                page, Optional.empty(), Optional.of(answer.address()), answer.date(), Map.of())
            .toDelivery(origin, clock));
  }

  private Delivery bad(String reason, long place) {
    return Delivery.Bad.of(file.name(), records, reason + " at byte " + place, new byte[0]);
  }

  @Override
  public void close() throws IOException {
    if (archive.isPresent()) {
      archive.get().close();
    }
  }
}
