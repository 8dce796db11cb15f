package org.storywire.ingest.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;

/**
 * Addresses written as numbers, in every spelling that some resolver takes: {@code 127.0.0.1},
 * {@code 127.1}, {@code 0x7f.1}, {@code 017700000001}, {@code 2130706433}, {@code [::1]}. Reads
 * IPv4 as the WHATWG's URL standard does. Asks no name server.
 */
final class IpLiteral {

  private static final int MOST_PARTS = 4;

  private IpLiteral() {}

  /** The address that a host's text is; empty if it is a name, or none at all. */
  static Optional<InetAddress> parse(String host) {
    String text = host.toLowerCase(Locale.ROOT);
    if (text.startsWith("[") && text.endsWith("]")) {
      text = text.substring(1, text.length() - 1);
    }
    if (text.indexOf(':') >= 0) {
      return v6(text);
    }
    return looksNumeric(text) ? v4(text) : Optional.empty();
  }

  /** Whether a host's last label is a number: then it can be an IPv4 address only. */
  static boolean looksNumeric(String host) {
    String text = withoutLastDot(host.toLowerCase(Locale.ROOT));
    String last = text.substring(text.lastIndexOf('.') + 1);
    return last.matches("\\d+|0x[0-9a-f]*");
  }

  private static Optional<InetAddress> v6(String text) {
    if (!text.matches("[0-9a-f:.]+")) {
      return Optional.empty();
    }
    try {
      // The brackets keep Java from asking a name server.
      return Optional.of(InetAddress.getByName("[" + text + "]"));
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  private static Optional<InetAddress> v4(String text) {
    String[] parts = withoutLastDot(text).split("\\.", -1);
    if (parts.length > MOST_PARTS) {
      return Optional.empty();
    }
    long address = 0;
    for (int i = 0; i < parts.length; i++) {
      // The last number fills all the bytes that are left.
      int bytes = i == parts.length - 1 ? MOST_PARTS - i : 1;
      long number = number(parts[i]);
      if (number < 0 || number >= 1L << (Byte.SIZE * bytes)) {
        return Optional.empty();
      }
      address = address << (Byte.SIZE * bytes) | number;
    }
    return Optional.of(ofBytes(address));
  }

  /** The number, or -1. */
  private static long number(String part) {
    int radix = 10;
    String digits = part;
    if (part.startsWith("0x")) {
      radix = 16;
      digits = part.length() == 2 ? "0" : part.substring(2);
    } else if (part.length() > 1 && part.startsWith("0")) {
      radix = 8;
    }
    try {
      return digits.startsWith("+") || digits.startsWith("-") ? -1 : Long.parseLong(digits, radix);
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  static InetAddress ofBytes(long v4) {
    try {
      return InetAddress.getByAddress(
          new byte[] {(byte) (v4 >> 24), (byte) (v4 >> 16), (byte) (v4 >> 8), (byte) v4});
    } catch (UnknownHostException e) {
      throw new AssertionError("four bytes are an address", e);
    }
  }

  private static String withoutLastDot(String text) {
    return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
  }
}
