package org.storywire.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Compressed data (RFC 1952) that must be whole: what follows the last member and is neither
 * another one nor padding with zeros is an error, where Java's own stream ends in silence.
 */
final class StrictGzip extends GZIPInputStream {

  private static final int TRAILER = 8;

  private boolean checked;

  StrictGzip(InputStream in, int buffer) throws IOException {
    super(in, buffer);
  }

  @Override
  public int read(byte[] bytes, int start, int length) throws IOException {
    int count = super.read(bytes, start, length);
    if (count < 0 && !checked) {
      checked = true;
      checkRest();
    }
    return count;
  }

  private void checkRest() throws IOException {
    for (int at = len - inf.getRemaining() + TRAILER; at < len; at++) {
      refuseUnlessZero(buf[at]);
    }
    byte[] rest = new byte[1 << 13];
    for (int count = in.read(rest); count > 0; count = in.read(rest)) {
      for (int at = 0; at < count; at++) {
        refuseUnlessZero(rest[at]);
      }
    }
  }

  private static void refuseUnlessZero(byte value) throws ZipException {
    if (value != 0) {
      throw new ZipException("what follows the compressed data is not gzip");
    }
  }
}
