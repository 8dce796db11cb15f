package org.storywire.ingest.fetch;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** User and password of one host. */
final class Credentials {

  private Credentials() {}

  /** The field {@code Authorization} (RFC 7617) of {@code user:password}. */
  static String basic(String userAndPassword) {
    byte[] bytes = userAndPassword.getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(bytes);
  }

  /** Whether a redirect stays with the host, and does not leave encryption. */
  static boolean mayFollow(URI from, URI to) {
    boolean same =
        from.getScheme().equals(to.getScheme()) && WebAddress.port(from) == WebAddress.port(to);
    boolean upgraded = WebAddress.port(from) == 80 && WebAddress.port(to) == 443;
    boolean encrypted = to.getScheme().equals("https");
    return from.getHost().equals(to.getHost()) && (same || upgraded && encrypted);
  }
}
