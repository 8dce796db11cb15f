package org.storywire.ingest.fetch;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.storywire.ingest.markup.Table;

/**
 * Tells addresses of the public internet from all others: loopback, private and link-local
 * networks, carrier-grade NAT, metadata services, multicast. An IPv6 address that carries an IPv4
 * address (mapped, compatible, NAT64, SIIT, 6to4, Teredo, ISATAP) is judged by that one too.
 */
final class PublicAddresses {

  private static final String TABLE = "special-networks.tsv";
  private static final Map<Network, String> SPECIAL = read();

  private static final Network GLOBAL_V6 = Network.parse("2000::/3");

  /** Prefixes before the 32 bits of an IPv4 address (RFC 4291, 6052, 7915). */
  private static final List<Network> BEFORE_V4 =
      List.of(Network.parse("::/96"), Network.parse("::ffff:0:0:0/96"));

  private static final Network NAT64 = Network.parse("64:ff9b::/96");

  /** In an ISATAP address (RFC 5214), these are the 32 bits before the IPv4 address. */
  private static final int ISATAP = 0x00005efe;

  /** The universal bit of an ISATAP identifier may be set. */
  private static final int UNIVERSAL = 0x02000000;

  private PublicAddresses() {}

  /** Why an address is not one of the public internet; empty if it is. */
  static Optional<String> objection(InetAddress address) {
    Optional<String> special = special(address);
    if (special.isPresent() || address.getAddress().length == 4) {
      return special;
    }
    if (NAT64.contains(address)) {
      return special(lastV4(address)).map(what -> what + ", by NAT64");
    }
    if (BEFORE_V4.stream().anyMatch(prefix -> prefix.contains(address))) {
      return Optional.of("IPv6 form of an IPv4 address");
    }
    if (!GLOBAL_V6.contains(address)) {
      return Optional.of("not global IPv6");
    }
    int identifier = ByteBuffer.wrap(address.getAddress()).getInt(8) & ~UNIVERSAL;
    return identifier == ISATAP ? Optional.of("ISATAP") : Optional.empty();
  }

  private static Optional<String> special(InetAddress address) {
    return SPECIAL.entrySet().stream()
        .filter(network -> network.getKey().contains(address))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static InetAddress lastV4(InetAddress address) {
    return IpLiteral.ofBytes(ByteBuffer.wrap(address.getAddress()).getInt(12));
  }

  private static Map<Network, String> read() {
    Map<Network, String> networks = new LinkedHashMap<>();
    Table.rows(PublicAddresses.class, TABLE)
        .forEach(row -> networks.put(Network.parse(row.get(0)), row.get(1)));
    return networks;
  }
}
