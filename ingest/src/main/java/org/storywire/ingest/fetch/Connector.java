package org.storywire.ingest.fetch;

import java.io.IOException;
import java.net.InetSocketAddress;

/** Opens connections to addresses that were let pass: the one place where a packet leaves. */
interface Connector {

  /** Connects over the network. */
  Connector NETWORK = GuardedSocket::connectNow;

  /** Connects a socket to an address, within a time [ms]. */
  void connect(GuardedSocket socket, InetSocketAddress address, int withinMillis)
      throws IOException;
}
