package org.storywire.processor.article;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Names of news agencies and outlets: short forms and mail domains of the best known, and words by
 * which an unknown outlet's name is recognised.
 */
final class Outlets {

  /** Full name: short forms and domains. Agencies first. */
  private static final String AGENCIES =
      """
      Reuters: reuter, thomsonreuters.com, reuters.com
      Associated Press: ap, the associated press, the ap, ap.org, apnews.com
      Agence France-Presse: afp, afp.com
      United Press International: upi, upi.com
      Bloomberg: bloomberg news, bloomberg.net, bloomberg.com
      Deutsche Presse-Agentur: dpa, dpa.com
      EFE: efe.com, agencia efe
      Press Trust of India: pti, pti.in
      Asian News International: ani, aniin.com
      Indo-Asian News Service: ians, ians.in
      Press Association: pa, pa media
      Xinhua: xinhua news agency
      TASS: itar-tass
      Interfax:
      Kyodo: kyodo news
      Yonhap: yonhap news agency
      ANSA:
      Canadian Press: the canadian press
      Australian Associated Press: aap
      Tribune News Service: tns
      McClatchy: mcclatchy newspapers
      States News Service:
      """;

  private static final String OTHERS =
      """
      The Wall Street Journal: wsj, wall street journal, wsj.com, dowjones.com
      The New York Times: nyt, new york times, nytimes.com
      The Washington Post: washington post, washpost.com, washingtonpost.com
      Los Angeles Times: la times, latimes.com
      USA Today: usatoday.com
      The Guardian: guardian, theguardian.com, guardian.co.uk
      Financial Times: ft, the financial times, ft.com
      BBC: bbc news, bbc.co.uk, bbc.com
      CNN: cnn.com
      Fox News: foxnews.com
      NBC News: nbcuni.com, nbcnews.com
      CBS News: cbsnews.com
      ABC News: abcnews.com
      Politico: politico.com
      Axios: axios.com
      Le Monde: lemonde.fr
      El País: elpais.es, elpais.com
      Al Jazeera: aljazeera.net, aljazeera.com
      NPR: npr.org
      ProPublica: propublica.org
      """;

  /** Words that end or make up the name of an outlet in the languages we read. */
  private static final Set<String> NAME_WORDS =
      Set.of(
          "times",
          "post",
          "journal",
          "news",
          "herald",
          "tribune",
          "gazette",
          "guardian",
          "telegraph",
          "chronicle",
          "globe",
          "mail",
          "press",
          "magazine",
          "weekly",
          "daily",
          "observer",
          "examiner",
          "sentinel",
          "inquirer",
          "enquirer",
          "dispatch",
          "courier",
          "insider",
          "economist",
          "newspaper",
          "newswire",
          "gazeta",
          "zeitung",
          "spiegel",
          "figaro",
          "monde",
          "mundo",
          "país",
          "nación",
          "repubblica",
          "corriere",
          "tageszeitung",
          "newsweek",
          "bulletin",
          "bugle",
          "echo",
          "argus",
          "intelligencer",
          "picayune",
          "advocate",
          "ledger",
          "republican-american",
          "register",
          "tv",
          "radio",
          "today",
          "broadcasting",
          "gazzetta");

  private static final Map<String, String> AGENCY_NAMES = table(AGENCIES);
  private static final Map<String, String> OUTLET_NAMES = table(OTHERS);
  private static final Set<String> WELL_KNOWN = wellKnown();

  private Outlets() {}

  /** Full name of an agency. */
  static Optional<String> agency(String name) {
    return Optional.ofNullable(AGENCY_NAMES.get(name.strip().toLowerCase(Locale.ROOT)));
  }

  /** Full name where the name is known; the name itself otherwise. */
  static String fullName(String name) {
    String key = name.strip().toLowerCase(Locale.ROOT);
    String agency = AGENCY_NAMES.get(key);
    return agency != null ? agency : OUTLET_NAMES.getOrDefault(key, name.strip());
  }

  /** Outlet of a mail domain, or the domain itself. */
  static String ofDomain(String domain) {
    String rest = domain.toLowerCase(Locale.ROOT);
    while (rest.indexOf('.') > 0) {
      String name = fullName(rest);
      if (!name.equals(rest)) {
        return name;
      }
      rest = rest.substring(rest.indexOf('.') + 1);
    }
    return domain.toLowerCase(Locale.ROOT);
  }

  /** Whether a name, or its short form, is one of the best known. */
  static boolean isWellKnown(String name) {
    return WELL_KNOWN.contains(name.strip().toLowerCase(Locale.ROOT));
  }

  /** Whether a capitalised name reads as that of an outlet. */
  static boolean isOutlet(String name) {
    String key = name.strip().toLowerCase(Locale.ROOT);
    if (WELL_KNOWN.contains(key)) {
      return true;
    }
    for (String word : key.split(" ", -1)) {
      if (NAME_WORDS.contains(word)) {
        return true;
      }
    }
    return false;
  }

  private static Set<String> wellKnown() {
    Set<String> names = new HashSet<>(AGENCY_NAMES.keySet());
    names.addAll(OUTLET_NAMES.keySet());
    return Set.copyOf(names);
  }

  private static Map<String, String> table(String rows) {
    Map<String, String> names = new HashMap<>();
    for (String row : rows.strip().split("\n", -1)) {
      String full = row.substring(0, row.indexOf(':'));
      names.put(full.toLowerCase(Locale.ROOT), full);
      for (String alias : row.substring(row.indexOf(':') + 1).split(",", -1)) {
        if (!alias.isBlank()) {
          names.put(alias.strip(), full);
        }
      }
    }
    return Map.copyOf(names);
  }
}
