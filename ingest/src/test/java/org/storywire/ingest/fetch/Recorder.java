package org.storywire.ingest.fetch;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Connects to one port of loopback only, and to that only where a test says so. Every other attempt
 * is written down and sends nothing.
 */
final class Recorder implements Connector {

  private final int port;
  private final Map<InetAddress, Boolean> routed = new ConcurrentHashMap<>();
  private final List<InetSocketAddress> attempts = new CopyOnWriteArrayList<>();

  Recorder(int port) {
    this.port = port;
  }

  /** Takes an address for the test's server. */
  Recorder route(InetAddress address) {
    routed.put(address, true);
    return this;
  }

  /** Addresses that a packet would have gone to, were this no test. */
  List<String> attempts() {
    return attempts.stream().map(to -> to.getAddress().getHostAddress()).toList();
  }

  @Override
  public void connect(GuardedSocket socket, InetSocketAddress address, int withinMillis)
      throws IOException {
    if (routed.containsKey(address.getAddress())) {
      InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
      socket.connectNow(new InetSocketAddress(loopback, port), withinMillis);
      return;
    }
    attempts.add(address);
    throw new ConnectException("recorded");
  }
}
