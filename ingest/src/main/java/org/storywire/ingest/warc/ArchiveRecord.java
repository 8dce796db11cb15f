package org.storywire.ingest.warc;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** A record of a web archive. */
public sealed interface ArchiveRecord {

  /**
   * An answer of a server, or a file that was stored as it is.
   *
   * @param address where it was found, as written
   * @param date when it was received; empty if the archive's date cannot be read
   * @param status status of HTTP; empty for a stored file
   * @param contentType as the server calls it
   * @param body what was sent, with chunks and content encoding undone, at most {@value
   *     WebArchive#LONGEST_BODY} bytes
   * @param place of the record in the archive [bytes from its start]
   */
  record Answer(
      String address,
      Optional<Instant> date,
      Optional<Integer> status,
      Optional<String> contentType,
      byte[] body,
      long place)
      implements ArchiveRecord {

    /** Whether it may hold an article: a page that was found. */
    public boolean isPage() {
      return status.orElse(200) == 200
          && contentType
              .map(type -> type.toLowerCase(Locale.ROOT))
              .filter(Answer::isHtml)
              .isPresent();
    }

    private static boolean isHtml(String type) {
      return type.startsWith("text/html") || type.startsWith("application/xhtml");
    }
  }

  /**
   * A record that is no answer: a request, a revisit, metadata.
   *
   * @param type as the archive calls it
   */
  record Other(String type) implements ArchiveRecord {}

  /**
   * What could not be read.
   *
   * @param reason what is wrong
   * @param place where, as far as known [bytes from the archive's start]
   */
  record Damaged(String reason, long place) implements ArchiveRecord {}
}
