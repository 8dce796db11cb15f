package org.storywire.ingest.page;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The words of a page's address, which most newsrooms take from the article's first headline. */
final class Slug {

  /** Fewest words that name a headline rather than a section. */
  private static final int FEWEST = 4;

  /** Longest address that is read [characters]. */
  private static final int LONGEST = 2_000;

  /** Share of the words that a headline holds at least, and its lead over the others. */
  private static final double MOST = 0.7;

  private static final double LEAD = 0.25;

  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]+");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern QUERY = Pattern.compile("[?#].*");
  private static final Pattern APOSTROPHES = Pattern.compile("['’]");

  private final List<String> words;

  Slug(String address) {
    String path = QUERY.matcher(address.length() > LONGEST ? "" : address).replaceFirst("");
    List<String> longest = List.of();
    for (String segment : path.replaceFirst("^\\w+://[^/]*", "").split("/")) {
      List<String> found = words(segment).filter(word -> word.length() > 1).toList();
      longest = found.size() > longest.size() ? found : longest;
    }
    words = longest.size() < FEWEST ? List.of() : longest;
  }

  /** Whether the address was clearly made from this title and not from that one. */
  boolean prefers(String title, String other) {
    double share = share(title);
    return share >= MOST && share >= share(other) + LEAD;
  }

  /** Share of the address's words that a title holds [0..1]; 0 for an address without words. */
  private double share(String title) {
    Set<String> held = new HashSet<>(words(title).toList());
    return words.isEmpty()
        ? 0
        : words.stream().filter(held::contains).count() / (double) words.size();
  }

  private static Stream<String> words(String text) {
    String folded =
        text.toLowerCase(Locale.ROOT)
            .replace("ä", "ae")
            .replace("ö", "oe")
            .replace("ü", "ue")
            .replace("ß", "ss")
            .replace("ø", "o");
    String bare =
        APOSTROPHES.matcher(Normalizer.normalize(folded, Normalizer.Form.NFD)).replaceAll("");
    return NO_LETTERS
        .splitAsStream(MARKS.matcher(bare).replaceAll(""))
        .filter(word -> !word.isEmpty());
  }
}
