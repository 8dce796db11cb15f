package org.storywire.ingest.fetch;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which hosts may lie outside the public internet, as an operator named them.
 *
 * @param hosts names in small letters, or addresses as text
 * @param networks ranges of addresses
 */
record LocalPermission(Set<String> hosts, List<Network> networks) {

  /** Nothing local may be reached. */
  static final LocalPermission NONE = of(List.of());

  LocalPermission {
    hosts = Set.copyOf(hosts);
    networks = List.copyOf(networks);
  }

  /**
   * Reads names, as {@code feeds.newsroom.example}, and networks, as {@code 10.1.0.0/16}.
   *
   * @throws IllegalArgumentException if a network can't be read
   */
  static LocalPermission of(Collection<String> entries) {
    Set<String> hosts = new TreeSet<>();
    List<Network> networks = new ArrayList<>();
    for (String entry : entries) {
      if (entry.indexOf('/') >= 0) {
        networks.add(Network.parse(entry));
      } else {
        hosts.add(entry.toLowerCase(Locale.ROOT));
      }
    }
    return new LocalPermission(hosts, networks);
  }

  boolean allows(String host, InetAddress address) {
    return hosts.contains(host.toLowerCase(Locale.ROOT))
        || networks.stream().anyMatch(network -> network.contains(address));
  }
}
