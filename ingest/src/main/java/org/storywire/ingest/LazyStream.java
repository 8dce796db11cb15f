package org.storywire.ingest;

import java.io.IOException;
import java.io.InputStream;

/**
 * A stream that is opened at its first read, so that what is wrong with a compressed file's header
 * shows where its content is read, as any other damage does.
 */
final class LazyStream extends InputStream {

  /** Opens the stream. */
  interface Opener {
    InputStream open() throws IOException;
  }

  private final Opener opener;
  private final InputStream underlying;
  private InputStream opened;

  /**
   * A stream over another.
   *
   * @param underlying closed in the end, opened or not
   */
  LazyStream(Opener opener, InputStream underlying) {
    this.opener = opener;
    this.underlying = underlying;
  }

  @Override
  public int read() throws IOException {
    return stream().read();
  }

  @Override
  public int read(byte[] bytes, int start, int length) throws IOException {
    return stream().read(bytes, start, length);
  }

  private InputStream stream() throws IOException {
    if (opened == null) {
      opened = opener.open();
    }
    return opened;
  }

  @Override
  public void close() throws IOException {
    underlying.close();
    if (opened != null) {
      opened.close();
    }
  }
}
