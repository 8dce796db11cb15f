package org.storywire.processor.monitor;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** Addresses of pages, written so that two of one page are equal. */
final class Addresses {

  private Addresses() {}

  /**
   * The address without scheme, {@code www.}, query and fragment, unless the path alone names no
   * page; empty if it is none.
   */
  static Optional<String> plain(String address) {
    return SafeText.link(address).flatMap(Addresses::parsed);
  }

  private static Optional<String> parsed(String address) {
    try {
      URI uri = new URI(address);
      String host = uri.getHost().toLowerCase(Locale.ROOT).replaceFirst("^(www|m|amp)\\.", "");
      String path = uri.getRawPath() == null ? "" : uri.getRawPath().replaceFirst("/+$", "");
      boolean byQuery = path.length() < 2 || path.matches(".*\\.(php|aspx?|jsp|cgi|html?)");
      String query = byQuery && uri.getRawQuery() != null ? "?" + uri.getRawQuery() : "";
      return Optional.of(host + path + query);
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
