package org.storywire.ingest.fetch;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * Bytes of an answer, read within limits. What a publisher breaks off is kept as far as it came.
 *
 * @param bytes as far as they came
 * @param cut whether they ended before their end
 */
@SuppressWarnings("ArrayRecordComponent") // it is handed on, never compared
record Body(byte[] bytes, boolean cut) {

  /** The limit was passed. */
  static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1L;

    TooLarge(String what, int limit) {
      super(what + " of more than " + limit + " bytes");
    }
  }

  private static final int CHUNK = 16 << 10;
  private static final int MOST_CODINGS = 2;

  /**
   * Reads all there is.
   *
   * @throws TooLarge if that is more than the limit
   * @throws SocketTimeoutException if nothing comes any more
   */
  static Body read(InputStream in, int limit, String what) throws TooLarge, SocketTimeoutException {
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    byte[] chunk = new byte[CHUNK];
    while (true) {
      int count;
      try {
        count = in.read(chunk);
      } catch (SocketTimeoutException e) {
        throw e;
      } catch (IOException e) {
        return new Body(read.toByteArray(), true);
      }
      if (count < 0) {
        return new Body(read.toByteArray(), false);
      }
      if (read.size() + count > limit) {
        throw new TooLarge(what, limit);
      }
      read.write(chunk, 0, count);
    }
  }

  /**
   * The body without its codings.
   *
   * @param codings values of the field {@code Content-Encoding}
   * @throws TooLarge if that is more than the limit
   * @throws IOException if a coding is unknown, or there are too many
   */
  Body unpacked(List<String> codings, int limit) throws IOException {
    List<String> layers = new ArrayList<>();
    for (String value : codings) {
      for (String coding : value.split(",")) {
        String name = coding.strip().toLowerCase(Locale.ROOT);
        if (!name.isEmpty() && !name.equals("identity")) {
          layers.add(name);
        }
      }
    }
    if (layers.size() > MOST_CODINGS) {
      throw new IOException("content encoding " + layers + ", at most two are undone");
    }
    Collections.reverse(layers);
    Body body = this;
    for (String layer : layers) {
      body = body.unpacked(layer, limit);
    }
    return body;
  }

  private Body unpacked(String coding, int limit) throws IOException {
    return switch (coding) {
      case "gzip", "x-gzip" -> isGzip() ? inflated(gunzip(), limit) : this;
      case "deflate" -> inflated(inflate(), limit);
      default -> throw new IOException("content encoding " + coding + ", expected gzip or none");
    };
  }

  private Body inflated(InputStream in, int limit) throws IOException {
    Body all = read(in, limit, "unpacked body");
    return new Body(all.bytes, all.cut || cut);
  }

  private InputStream gunzip() {
    try {
      return new GZIPInputStream(new ByteArrayInputStream(bytes), CHUNK);
    } catch (IOException e) {
      return InputStream.nullInputStream();
    }
  }

  /** Deflate comes with the header of zlib, as it should, or without. */
  private InputStream inflate() {
    boolean zlib =
        bytes.length > 1
            && (bytes[0] & 0x0f) == 8
            && ((bytes[0] & 0xff) << 8 | (bytes[1] & 0xff)) % 31 == 0;
    return new InflaterInputStream(new ByteArrayInputStream(bytes), new Inflater(!zlib), CHUNK);
  }

  /** Some call gzip what is not. */
  private boolean isGzip() {
    return bytes.length > 1 && (bytes[0] & 0xff) == 0x1f && (bytes[1] & 0xff) == 0x8b;
  }
}
