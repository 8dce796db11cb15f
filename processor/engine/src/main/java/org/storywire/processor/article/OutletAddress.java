package org.storywire.processor.article;

import crawlercommons.domains.EffectiveTldFinder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which outlet publishes under an address. Desktop, mobile, AMP and print pages of one outlet, and
 * the feeds of its sections, are one; a local edition on a subdomain is an outlet of its own. The
 * public suffix list says where an outlet's domain begins, so that {@code m.example} is not cut.
 */
public final class OutletAddress {

  private static final String FORMS_FILE = "host-forms.txt";
  private static final Set<String> FORMS = forms();

  private static final Pattern HOST =
      Pattern.compile(
          "(?:(?:[a-z][a-z0-9+.-]*:)?//)?(?:[^/?#@]*@)?([^/?#:@\\s]+\\.[^/?#:@\\s.]+)\\.?(?:[/?#:].*)?",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private OutletAddress() {}

  /**
   * The outlet of a page.
   *
   * @param url address of the page as given
   * @param source host or feed id, which counts where the address names no host
   * @return host in lower case without what names a form of it; else the source as it is
   */
  public static String of(Optional<String> url, String source) {
    return url.flatMap(OutletAddress::host)
        .or(() -> host(source))
        .map(OutletAddress::withoutForms)
        .orElse(source);
  }

  /** Whether two addresses are under one registered domain. */
  static boolean sameDomain(String one, String other) {
    Optional<String> domain = host(one).map(OutletAddress::domain);
    return domain.isPresent() && domain.equals(host(other).map(OutletAddress::domain));
  }

  private static Optional<String> host(String address) {
    Matcher host = HOST.matcher(address.strip());
    return host.matches() ? Optional.of(host.group(1).toLowerCase(Locale.ROOT)) : Optional.empty();
  }

  private static String withoutForms(String host) {
    int least = domain(host).length();
    String left = host;
    for (int dot = left.indexOf('.');
        dot >= 0 && left.length() - dot - 1 >= least && FORMS.contains(left.substring(0, dot));
        dot = left.indexOf('.')) {
      left = left.substring(dot + 1);
    }
    return left;
  }

  /**
   * What was registered under a public suffix; two labels where the list does not know the host.
   */
  private static String domain(String host) {
    String known = EffectiveTldFinder.getAssignedDomain(host, true, false);
    int lastDot = host.lastIndexOf('.');
    return known == null ? host.substring(host.lastIndexOf('.', lastDot - 1) + 1) : known;
  }

  private static Set<String> forms() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                OutletAddress.class.getResourceAsStream(FORMS_FILE), StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException("unable to read " + FORMS_FILE, e);
    }
  }
}
