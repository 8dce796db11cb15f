package org.storywire.ingest.fetch;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.Optional;

/**
 * A range of addresses that share their first bits, as {@code 10.0.0.0/8} or {@code fe80::/10}.
 *
 * @param first the first address
 * @param bits how many leading bits the addresses share [0..32], [0..128] of IPv6
 */
record Network(InetAddress first, int bits) {

  Network {
    int length = first.getAddress().length * Byte.SIZE;
    if (bits < 0 || bits > length) {
      throw new IllegalArgumentException(
          "illegal network: "
              + first.getHostAddress()
              + "/"
              + bits
              + ", bits must be 0 to "
              + length);
    }
  }

  /**
   * Reads {@code ADDRESS/BITS}.
   *
   * @throws IllegalArgumentException if the text has another form
   */
  static Network parse(String text) {
    int slash = text.indexOf('/');
    String bits = slash < 0 ? "" : text.substring(slash + 1);
    Optional<InetAddress> first =
        slash < 0 ? Optional.empty() : IpLiteral.parse(text.substring(0, slash));
    if (first.isEmpty() || !bits.matches("\\d{1,3}")) {
      throw new IllegalArgumentException(
          "illegal network: " + text + ", must be ADDRESS/BITS, as 10.0.0.0/8");
    }
    return new Network(first.get(), Integer.parseInt(bits));
  }

  boolean contains(InetAddress address) {
    byte[] ours = first.getAddress();
    byte[] theirs = address.getAddress();
    if (ours.length != theirs.length) {
      return false;
    }
    int whole = bits / Byte.SIZE;
    if (!Arrays.equals(ours, 0, whole, theirs, 0, whole)) {
      return false;
    }
    int rest = bits % Byte.SIZE;
    return rest == 0 || ((ours[whole] ^ theirs[whole]) & 0xff) >>> (Byte.SIZE - rest) == 0;
  }
}
