package org.storywire.ingest.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Gives the addresses of a host name. */
interface NameServer {

  /** What the operating system knows. */
  NameServer SYSTEM = host -> List.of(InetAddress.getAllByName(host));

  /**
   * All addresses of a host.
   *
   * @throws UnknownHostException if it has none
   */
  List<InetAddress> resolve(String host) throws UnknownHostException;
}
