package org.storywire.ingest.fetch;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;

/** A socket that has the address checked at the moment it connects, whoever resolved it. */
final class GuardedSocket extends Socket {

  private final AddressGuard guard;
  private final Connector connector;

  GuardedSocket(AddressGuard guard, Connector connector) {
    super(Proxy.NO_PROXY);
    this.guard = guard;
    this.connector = connector;
  }

  @Override
  public void connect(SocketAddress endpoint) throws IOException {
    connect(endpoint, 0);
  }

  @Override
  public void connect(SocketAddress endpoint, int timeout) throws IOException {
    if (!(endpoint instanceof InetSocketAddress address) || address.isUnresolved()) {
      throw new IOException("unable to connect to " + endpoint + ", must be a resolved address");
    }
    guard.check(address.getAddress());
    connector.connect(this, address, timeout);
  }

  /** Connects without a check. */
  void connectNow(InetSocketAddress address, int withinMillis) throws IOException {
    super.connect(address, withinMillis);
  }
}
