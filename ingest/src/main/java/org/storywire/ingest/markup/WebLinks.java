package org.storywire.ingest.markup;

import java.net.MalformedURLException;
import java.net.URL;
import java.util.regex.Pattern;

/**
 * Addresses as feeds write them, which break the rules of URIs too often for {@code java.net.URI}.
 */
public final class WebLinks {

  private static final Pattern SCHEME = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*:");
  private static final Pattern LINE_END = Pattern.compile("[\\r\\n\\t]+ *");

  private WebLinks() {}

  /** Whether an address names its scheme. */
  public static boolean isAbsolute(String address) {
    return SCHEME.matcher(address).find();
  }

  /** Whether an address is one of a page. */
  public static boolean isWeb(String address) {
    return address.regionMatches(true, 0, "http://", 0, 7)
        || address.regionMatches(true, 0, "https://", 0, 8);
  }

  /**
   * An address as seen from a base.
   *
   * @return the address itself if it is absolute, or the base is none
   */
  public static String resolve(String base, String written) {
    String address = LINE_END.matcher(written.strip()).replaceAll("");
    if (address.isEmpty() && written.isEmpty()) {
      return "";
    }
    try {
      boolean odd = isWeb(address) || !isAbsolute(address);
      return odd ? new URL(new URL(base), address).toString() : address;
    } catch (MalformedURLException e) {
      return address;
    }
  }
}
