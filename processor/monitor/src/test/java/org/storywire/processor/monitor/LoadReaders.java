package org.storywire.processor.monitor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Many readers on one thread, which notes how late each update is. */
final class LoadReaders implements Runnable, AutoCloseable {

  private static final byte[] MARK = "\"eventId\":\"t-".getBytes(StandardCharsets.US_ASCII);
  private static final int MOST_MS = 60_000;

  private final Selector selector = Selector.open();
  private final List<SocketChannel> channels = new ArrayList<>();
  private final long[] lateness = new long[MOST_MS + 1];
  private volatile long received;
  private volatile boolean closed;

  LoadReaders(int port, int count) throws IOException {
    byte[] request =
        "GET /api/stream HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    for (int i = 0; i < count; i++) {
      SocketChannel channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", port));
      channel.write(ByteBuffer.wrap(request));
      channel.configureBlocking(false);
      channel.register(selector, SelectionKey.OP_READ, new Found());
      channels.add(channel);
    }
  }

  long received() {
    return received;
  }

  long percentile(double share) {
    long wanted = (long) Math.ceil(share * received);
    long seen = 0;
    for (int ms = 0; ms <= MOST_MS; ms++) {
      seen += lateness[ms];
      if (seen >= wanted) {
        return ms;
      }
    }
    return MOST_MS;
  }

  @Override
  public void run() {
    ByteBuffer buffer = ByteBuffer.allocate(256 * 1024);
    try {
      while (!closed) {
        selector.select(100);
        for (Iterator<SelectionKey> keys = selector.selectedKeys().iterator(); keys.hasNext(); ) {
          SelectionKey key = keys.next();
          keys.remove();
          buffer.clear();
          if (((SocketChannel) key.channel()).read(buffer) < 0) {
            key.cancel();
          }
          buffer.flip();
          note((Found) key.attachment(), buffer);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    closed = true;
    selector.wakeup();
    for (SocketChannel channel : channels) {
      channel.close();
    }
    selector.close();
  }

  /** Where one connection is in its search for the next time stamp. */
  private static final class Found {
    private int matched;
    private long stamp;
  }

  private void note(Found state, ByteBuffer buffer) {
    long now = System.nanoTime();
    long count = 0;
    while (buffer.hasRemaining()) {
      byte b = buffer.get();
      if (state.matched == MARK.length) {
        if (b >= '0' && b <= '9') {
          state.stamp = state.stamp * 10 + (b - '0');
        } else {
          long ms = Math.max(0, (now - state.stamp) / 1_000_000);
          lateness[(int) Math.min(MOST_MS, ms)]++;
          count++;
          state.matched = 0;
        }
      } else if (b == MARK[state.matched]) {
        state.matched++;
        state.stamp = 0;
      } else {
        state.matched = b == MARK[0] ? 1 : 0;
      }
    }
    received += count;
  }
}
