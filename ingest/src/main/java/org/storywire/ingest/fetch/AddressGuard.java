package org.storywire.ingest.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Resolves hosts and lets pass only addresses that may be connected to. */
final class AddressGuard {

  /** Says which address was refused and why. */
  static final class ForbiddenAddress extends UnknownHostException {
    private static final long serialVersionUID = 1L;

    ForbiddenAddress(String message) {
      super(message);
    }
  }

  private final NameServer names;
  private final LocalPermission local;

  AddressGuard(NameServer names, LocalPermission local) {
    this.names = names;
    this.local = local;
  }

  /**
   * Those addresses of a host that may be connected to, each with the host's name.
   *
   * @throws ForbiddenAddress if it has others only
   * @throws UnknownHostException if it has none
   */
  List<InetAddress> resolve(String host) throws UnknownHostException {
    List<InetAddress> allowed = new ArrayList<>();
    ForbiddenAddress refusal = null;
    for (InetAddress address : addresses(host)) {
      InetAddress named = InetAddress.getByAddress(host, address.getAddress());
      try {
        check(named);
        allowed.add(named);
      } catch (ForbiddenAddress e) {
        refusal = e;
      }
    }
    if (allowed.isEmpty()) {
      throw refusal == null ? new UnknownHostException(host) : refusal;
    }
    return allowed;
  }

  /**
   * Lets an address pass, as {@link #resolve} gave it.
   *
   * @throws ForbiddenAddress if it must not be connected to
   */
  void check(InetAddress address) throws ForbiddenAddress {
    Optional<String> objection = PublicAddresses.objection(address);
    if (objection.isPresent() && !local.allows(nameOf(address), address)) {
      throw new ForbiddenAddress(
          "forbidden address "
              + address.getHostAddress()
              + " ("
              + objection.get()
              + ") of host "
              + nameOf(address));
    }
  }

  private List<InetAddress> addresses(String host) throws UnknownHostException {
    Optional<InetAddress> literal = IpLiteral.parse(host);
    if (literal.isPresent()) {
      return List.of(literal.get());
    }
    if (IpLiteral.looksNumeric(host) || host.indexOf(':') >= 0) {
      throw new UnknownHostException(host + " is no address");
    }
    return names.resolve(host);
  }

  /** The name given to the address, which is never looked up. */
  private static String nameOf(InetAddress address) {
    String text = address.toString();
    return text.substring(0, text.lastIndexOf('/'));
  }
}
