package org.storywire.processor.article;

import java.net.IDN;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Addresses in canonical form: two that name one page by the rules of RFC 3986 (section 6) are
 * equal. Scheme, user, "www.", default port, fragment, trailing slash and tracking parameters do
 * not count; escapes are written alike, whatever is no ASCII as UTF-8 in Unicode's NFC; dot
 * segments and empty segments are gone; parameters are in order of their names.
 */
final class Address {

  private static final String UNRESERVED_MARKS = "-._~";
  private static final String KEPT_IN_PATH = UNRESERVED_MARKS + "!$&'()*+,;=:@/";
  private static final String HEX = "0123456789ABCDEF";

  private final TrackingParameters tracking;

  Address(TrackingParameters tracking) {
    this.tracking = tracking;
  }

  /** Host, path and query that matter; empty if they do not name one page. */
  Optional<String> canonical(String url) {
    String rest = url.strip().replace("&amp;", "&");
    int scheme = rest.indexOf("://");
    rest =
        scheme >= 0 ? rest.substring(scheme + 3) : rest.startsWith("//") ? rest.substring(2) : rest;
    int hash = rest.indexOf('#');
    String route = hash >= 0 ? route(rest.substring(hash + 1)) : "";
    rest = hash >= 0 ? rest.substring(0, hash) : rest;
    int question = rest.indexOf('?');
    String query = question >= 0 ? rest.substring(question + 1) : "";
    rest = question >= 0 ? rest.substring(0, question) : rest;
    int slash = rest.indexOf('/');
    String path = slash >= 0 ? path(rest.substring(slash)) : "";
    String host = host(slash >= 0 ? rest.substring(0, slash) : rest);
    String parameters = parameters(query, namesPage(path));
    if (host.isEmpty() || (parameters.isEmpty() && route.isEmpty() && isIndex(path))) {
      return Optional.empty();
    }
    return Optional.of(host + path + parameters + route);
  }

  /** A fragment that a page of one address uses as a path: "#!/a/b" and "#/a/b". */
  private static String route(String fragment) {
    boolean isPath =
        fragment.startsWith("!") || (fragment.startsWith("/") && fragment.length() > 1);
    return isPath ? '#' + escaped(fragment) : "";
  }

  private static String host(String authority) {
    String host = authority.substring(authority.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    host = host.endsWith(":80") ? host.substring(0, host.length() - 3) : host;
    host = host.endsWith(":443") ? host.substring(0, host.length() - 4) : host;
    host = host.endsWith(":") ? host.substring(0, host.length() - 1) : host;
    host = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    host = ascii(host);
    return host.startsWith("www.") ? host.substring(4) : host;
  }

  private static String ascii(String host) {
    if (host.chars().allMatch(c -> c < 128)) {
      return host;
    }
    try {
      return IDN.toASCII(host, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      return host; // no name that a resolver takes, but still a name of its own
    }
  }

  /** The path without dot segments, empty segments, session and trailing slash. */
  private static String path(String path) {
    List<String> segments = new ArrayList<>();
    for (String segment : path.split("/", -1)) {
      String plain = withoutSession(escaped(segment));
      if (plain.equals("..")) {
        segments.remove(Math.max(0, segments.size() - 1));
      } else if (!plain.isEmpty() && !plain.equals(".")) {
        segments.add(plain);
      }
    }
    return segments.isEmpty() ? "" : "/" + String.join("/", segments);
  }

  private static String withoutSession(String segment) {
    int session = segment.toLowerCase(Locale.ROOT).indexOf(";jsessionid=");
    return session < 0 ? segment : segment.substring(0, session);
  }

  /** Whether the last segment looks like the name of one page: a number, or words with hyphens. */
  static boolean namesPage(String path) {
    String last = path.substring(path.lastIndexOf('/') + 1);
    long hyphens = last.chars().filter(c -> c == '-' || c == '_').count();
    long digits = last.chars().filter(c -> c >= '0' && c <= '9').count();
    return hyphens >= 2 || digits >= 4;
  }

  private String parameters(String query, boolean pathNamesPage) {
    List<String> kept = new ArrayList<>();
    for (String parameter : query.split("[&;]", -1)) {
      String name = parameter.split("=", 2)[0];
      if (!name.isEmpty() && !tracking.holds(name, pathNamesPage)) {
        kept.add(escaped(parameter.replace("+", "%20")));
      }
    }
    kept.sort(Comparator.comparing(parameter -> parameter.split("=", 2)[0]));
    return kept.isEmpty() ? "" : "?" + String.join("&", kept);
  }

  private static boolean isIndex(String path) {
    String lower = path.toLowerCase(Locale.ROOT);
    boolean top = lower.lastIndexOf('/') <= 0;
    return lower.isEmpty()
        || (top
            && (lower.startsWith("/index.")
                || lower.equals("/index")
                || lower.startsWith("/home.")
                || lower.equals("/home")
                || lower.startsWith("/default.")));
  }

  /** The text with escapes only where they are needed, in upper case, of UTF-8 in NFC. */
  private static String escaped(String text) {
    String plain = Normalizer.normalize(unescaped(text), Normalizer.Form.NFC);
    StringBuilder out = new StringBuilder(plain.length());
    for (int i = 0; i < plain.length(); ) {
      int c = plain.codePointAt(i);
      i += Character.charCount(c);
      if (c == '%' || isKept(c)) {
        out.append((char) c);
      } else {
        for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
          out.append('%').append(HEX.charAt(b >> 4 & 0xf)).append(HEX.charAt(b & 0xf));
        }
      }
    }
    return out.toString();
  }

  private static boolean isKept(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || (c < 128 && KEPT_IN_PATH.indexOf(c) >= 0);
  }

  /** Decodes escapes of unreserved characters and of UTF-8; writes the others in upper case. */
  private static String unescaped(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    int at = 0;
    while (at < text.length()) {
      int end = at;
      ByteBuffer bytes = ByteBuffer.allocate(text.length() / 3 + 1);
      while (end + 2 < text.length() && text.charAt(end) == '%' && octet(text, end) >= 0) {
        bytes.put((byte) octet(text, end));
        end += 3;
      }
      if (end == at) {
        char c = text.charAt(at++);
        out.append(c == '%' ? "%25" : String.valueOf(c));
      } else {
        decode(bytes.flip(), out);
        at = end;
      }
    }
    return out.toString();
  }

  private static int octet(String text, int percent) {
    int high = Character.digit(text.charAt(percent + 1), 16);
    int low = Character.digit(text.charAt(percent + 2), 16);
    return high < 0 || low < 0 ? -1 : high << 4 | low;
  }

  private static void decode(ByteBuffer bytes, StringBuilder out) {
    String decoded;
    try {
      decoded =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(bytes.duplicate())
              .toString();
    } catch (CharacterCodingException e) {
      while (bytes.hasRemaining()) {
        escape(bytes.get(), out); // of another encoding, which only the server knows
      }
      return;
    }
    for (int i = 0; i < decoded.length(); i++) {
      char c = decoded.charAt(i);
      boolean unreserved = Character.isLetterOrDigit(c) || UNRESERVED_MARKS.indexOf(c) >= 0;
      if (c >= 128 || unreserved) {
        out.append(c);
      } else {
        escape((byte) c, out);
      }
    }
  }

  private static void escape(byte octet, StringBuilder out) {
    out.append('%').append(HEX.charAt(octet >> 4 & 0xf)).append(HEX.charAt(octet & 0xf));
  }
}
