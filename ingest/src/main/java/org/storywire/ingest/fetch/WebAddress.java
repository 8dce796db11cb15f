package org.storywire.ingest.fetch;

import java.net.IDN;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Addresses as feeds and redirects write them, made into those that can be asked for: spaces and
 * other letters encoded, international names in ASCII, fragment and credentials left out.
 */
public final class WebAddress {

  private static final Pattern FORM =
      Pattern.compile("(?i)(https?):[/\\\\]*([^/?#\\\\]*)([^#]*)(?:#.*)?", Pattern.DOTALL);

  private static final Pattern AUTHORITY =
      Pattern.compile("(?:([^@]*)@)?(\\[[0-9A-Fa-f:.]+]|[^\\[\\]:@]+)(?::(\\d{0,5}))?");

  private static final int LAST_PORT = 65535;

  private WebAddress() {}

  /** The address, if it is one of http or https with a host. */
  public static Optional<URI> parse(String text) {
    Matcher form = FORM.matcher(withoutLineEnds(text));
    if (!form.matches()) {
      return Optional.empty();
    }
    Matcher authority = AUTHORITY.matcher(form.group(2));
    if (!authority.matches()) {
      return Optional.empty();
    }
    String port = authority.group(3);
    if (port != null && !port.isEmpty() && Integer.parseInt(port) > LAST_PORT) {
      return Optional.empty();
    }
    String path = encoded(form.group(3).replace('\\', '/'));
    return ascii(authority.group(2))
        .flatMap(
            host ->
                uri(
                    form.group(1).toLowerCase(Locale.ROOT)
                        + "://"
                        + host
                        + (port == null || port.isEmpty() ? "" : ":" + port)
                        + (path.startsWith("/") ? path : "/" + path)))
        .filter(uri -> uri.getHost() != null);
  }

  /** The address that a reference names, seen from another address. */
  public static Optional<URI> resolve(URI base, String reference) {
    String text = withoutLineEnds(reference);
    if (text.matches("(?is)[a-z][a-z0-9+.-]*:.*")) {
      return parse(text);
    }
    if (text.startsWith("//") || text.startsWith("\\\\")) {
      return parse(base.getScheme() + ":" + text);
    }
    return uri(encoded(text.replaceFirst("(?s)#.*", "")))
        .map(relative -> relative.toString().isEmpty() ? base : base.resolve(relative))
        .map(URI::toString)
        .flatMap(WebAddress::parse);
  }

  /** User and password that an address carries, as {@code user:password}. */
  static Optional<String> userInfo(String text) {
    Matcher form = FORM.matcher(withoutLineEnds(text));
    if (!form.matches()) {
      return Optional.empty();
    }
    Matcher authority = AUTHORITY.matcher(form.group(2));
    return authority.matches() ? Optional.ofNullable(authority.group(1)) : Optional.empty();
  }

  /** The port that is connected to. */
  static int port(URI address) {
    return address.getPort() >= 0
        ? address.getPort()
        : address.getScheme().equals("https") ? 443 : 80;
  }

  private static String withoutLineEnds(String text) {
    return text.strip().replaceAll("[\\t\\r\\n]", "");
  }

  private static Optional<String> ascii(String host) {
    if (host.startsWith("[")) {
      return Optional.of(host.toLowerCase(Locale.ROOT));
    }
    try {
      String ascii = IDN.toASCII(host, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
      return IpLiteral.looksNumeric(ascii)
          ? IpLiteral.parse(ascii).map(InetAddress::getHostAddress)
          : Optional.of(ascii).filter(name -> name.matches("[a-z0-9._-]+"));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<URI> uri(String text) {
    try {
      return Optional.of(new URI(text));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** Percent-encodes what a URI can't hold; what is encoded stays as it is. */
  private static String encoded(String text) {
    StringBuilder encoded = new StringBuilder();
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      char c = (char) (bytes[i] & 0xff);
      boolean strayPercent = c == '%' && !isHex(bytes, i + 1, i + 2);
      if (c <= ' ' || c >= 0x7f || "\"<>\\^`{|}[]".indexOf(c) >= 0 || strayPercent) {
        encoded.append('%').append(String.format(Locale.ROOT, "%02X", (int) c));
      } else {
        encoded.append(c);
      }
    }
    return encoded.toString();
  }

  private static boolean isHex(byte[] bytes, int... places) {
    for (int place : places) {
      if (place >= bytes.length || Character.digit(bytes[place], 16) < 0) {
        return false;
      }
    }
    return true;
  }
}
