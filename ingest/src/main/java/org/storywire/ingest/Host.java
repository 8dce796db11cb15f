package org.storywire.ingest;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The host that an address names. Reads by hand, as addresses in feeds break the rules of URIs. */
public final class Host {

  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?:[a-z][a-z0-9+.-]*:)?//(?:[^/?#@]*@)?([^/?#:@\\s]+).*|(www\\.[^/?#:@\\s]+).*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private Host() {}

  /**
   * The host in small letters and without a leading {@code www.}.
   *
   * @return empty if the text is not an address
   */
  public static Optional<String> of(String url) {
    Matcher address = ADDRESS.matcher(url.strip());
    if (!address.matches()) {
      return Optional.empty();
    }
    String host = address.group(1) == null ? address.group(2) : address.group(1);
    String lower = host.toLowerCase(Locale.ROOT);
    return Optional.of(lower.startsWith("www.") ? lower.substring(4) : lower)
        .filter(name -> !name.isEmpty());
  }
}
