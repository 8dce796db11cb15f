package org.storywire.ingest.warc;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * Undoes the content encoding of a stored body. Crawlers often undo it themselves and leave the
 * header as it was: a body that does not begin as its header says is taken as it is. Of a body that
 * was cut off, the part that can be read is kept.
 */
final class ContentCoding {

  private static final int CHUNK = 8192;

  private ContentCoding() {}

  static byte[] undo(byte[] body, String coding, int most) {
    return switch (coding.strip().toLowerCase(Locale.ROOT)) {
      case "gzip", "x-gzip" -> isGzip(body) ? gunzip(body, most) : body;
      case "deflate" -> inflate(body, most);
      default -> body;
    };
  }

  private static boolean isGzip(byte[] body) {
    return body.length > 2 && (body[0] & 0xFF) == 0x1F && (body[1] & 0xFF) == 0x8B;
  }

  private static byte[] gunzip(byte[] body, int most) {
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
      return readable(in, most);
    } catch (IOException e) {
      return body;
    }
  }

  /** With a header of zlib, as the standard asks, or without, as some servers send it. */
  private static byte[] inflate(byte[] body, int most) {
    boolean zlib =
        body.length > 1
            && (body[0] & 0x0F) == 8
            && ((body[0] << 8 & 0xFF00) + (body[1] & 0xFF)) % 31 == 0;
    Inflater inflater = new Inflater(!zlib);
    try {
      byte[] plain =
          readable(new InflaterInputStream(new ByteArrayInputStream(body), inflater), most);
      return plain.length == 0 ? body : plain;
    } finally {
      inflater.end();
    }
  }

  private static byte[] readable(InputStream in, int most) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] chunk = new byte[CHUNK];
    try {
      int read = in.read(chunk);
      while (read >= 0 && out.size() < most) {
        out.write(chunk, 0, Math.min(read, most - out.size()));
        read = in.read(chunk);
      }
    } catch (IOException e) {
      // Cut off or damaged: what came before is good.
    }
    return out.toByteArray();
  }
}
