package org.storywire.processor.article;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.storywire.processor.text.Hashing;

/**
 * Ids of articles. A page with an address of its own is that address in canonical form: lower-case
 * host without "www.", path, query without tracking parameters; scheme, fragment and trailing slash
 * do not count. A bare host or an index page is no identity; such a page, and one without address,
 * is its source and native id. An embedded article is its page and its headline.
 */
final class Identity {

  private static final Set<String> TRACKING =
      Set.of(
          "fbclid", "gclid", "dclid", "gclsrc", "msclkid", "yclid", "twclid", "igshid", "mc_cid",
          "mc_eid", "cmpid", "ncid", "_ga", "smid", "ocid");

  private Identity() {}

  /** Id of a page's main article. */
  static String of(RawPage page) {
    return page.url()
        .flatMap(Identity::canonical)
        .map(url -> Hashing.id("url", url))
        .orElseGet(() -> Hashing.id("native", page.source(), page.nativeId()));
  }

  /** Id of another article that took over the page's identity. */
  static String ofSuccessor(RawPage page, String textHash) {
    return page.url()
        .flatMap(Identity::canonical)
        .map(url -> Hashing.id("url", url, textHash))
        .orElseGet(() -> Hashing.id("native", page.source(), page.nativeId(), textHash));
  }

  /** Id of an embedded article. */
  static String ofEmbedded(String parentId, Line title) {
    return Hashing.id("embedded", parentId, Long.toHexString(title.print()));
  }

  /** Host, path and query that matter; empty if they do not name one article. */
  static Optional<String> canonical(String url) {
    String rest = url.strip();
    int scheme = rest.indexOf("://");
    rest =
        scheme >= 0 ? rest.substring(scheme + 3) : rest.startsWith("//") ? rest.substring(2) : rest;
    int fragment = rest.indexOf('#');
    rest = fragment >= 0 ? rest.substring(0, fragment) : rest;
    int question = rest.indexOf('?');
    String query = question >= 0 ? query(rest.substring(question + 1)) : "";
    rest = question >= 0 ? rest.substring(0, question) : rest;
    int slash = rest.indexOf('/');
    String path = slash >= 0 ? withoutTrailingSlashes(rest.substring(slash)) : "";
    String host = host(slash >= 0 ? rest.substring(0, slash) : rest);
    if (host.isEmpty() || (query.isEmpty() && isIndex(path))) {
      return Optional.empty();
    }
    return Optional.of(host + path + query);
  }

  private static String host(String authority) {
    String host = authority.substring(authority.indexOf('@') + 1).toLowerCase(Locale.ROOT);
    host = host.endsWith(":80") ? host.substring(0, host.length() - 3) : host;
    host = host.endsWith(":443") ? host.substring(0, host.length() - 4) : host;
    return host.startsWith("www.") ? host.substring(4) : host;
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

  private static String withoutTrailingSlashes(String path) {
    int end = path.length();
    while (end > 0 && path.charAt(end - 1) == '/') {
      end--;
    }
    return path.substring(0, end);
  }

  private static String query(String query) {
    StringBuilder kept = new StringBuilder();
    for (String parameter : query.split("[&;]", -1)) {
      String name = parameter.split("=", 2)[0].toLowerCase(Locale.ROOT);
      if (!name.isEmpty() && !name.startsWith("utm_") && !TRACKING.contains(name)) {
        kept.append(kept.length() == 0 ? '?' : '&').append(parameter);
      }
    }
    return kept.toString();
  }
}
