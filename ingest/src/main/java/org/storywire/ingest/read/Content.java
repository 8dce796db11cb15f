package org.storywire.ingest.read;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.apache.kafka.common.utils.Bytes;

/**
 * What a file holds or an address answers.
 *
 * @param place file name or address, as given
 * @param file the file, if it is one
 * @param bytes without content encoding
 * @param contentType as the answer says; empty for a file
 * @param address to which relative addresses in it refer
 */
record Content(
    String place, Optional<Path> file, Bytes bytes, Optional<String> contentType, URI address) {

  /** More is no feed or page; it stops at what an archive may have. */
  private static final int MOST_BYTES = 1 << 30;

  /** A file's content, unpacked unless it is an archive, which is packed record by record. */
  static Content of(Path file, Optional<URI> base) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    URI address = base.orElse(file.toAbsolutePath().toUri());
    Content packed =
        new Content(
            file.toString(), Optional.of(file), Bytes.wrap(bytes), Optional.empty(), address);
    boolean gzip = bytes.length > 2 && bytes[0] == 0x1F && (bytes[1] & 0xFF) == 0x8B;
    if (!gzip || packed.isArchive()) {
      return packed;
    }
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return new Content(
          packed.place,
          packed.file,
          Bytes.wrap(in.readNBytes(MOST_BYTES)),
          Optional.empty(),
          address);
    }
  }

  /** Whether it is a web archive, by its name or its first bytes. */
  boolean isArchive() {
    String name = place.toLowerCase(Locale.ROOT).replaceFirst("\\.gz$", "");
    String start =
        new String(bytes.get(), 0, Math.min(5, bytes.get().length), StandardCharsets.ISO_8859_1);
    return start.equals("WARC/") || name.endsWith(".warc") || name.endsWith(".arc");
  }
}
