package org.storywire.processor.topics;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.storywire.processor.text.Tokens;

/** Known places and the words that tell what kind a name is. Keys are normal forms. */
final class Gazetteer {

  private final Map<String, String> places = new HashMap<>();
  private final Map<String, String> inhabitants = new HashMap<>();
  private final Map<String, Set<String>> words = new HashMap<>();

  private Gazetteer() {}

  /** Reads the gazetteer that is shipped. */
  static Gazetteer load() {
    Gazetteer gazetteer = new Gazetteer();
    for (String line : Resources.lines("places.tsv")) {
      String[] cells = line.split("\t", -1);
      gazetteer.add(gazetteer.places, cells[0], cells[0]);
      if (cells.length > 3) {
        gazetteer.add(gazetteer.places, cells[1], cells[0]);
        for (String capital : cells[2].split("; ")) {
          gazetteer.add(gazetteer.places, capital, cells[2].split("; ")[0]);
        }
        gazetteer.add(gazetteer.inhabitants, cells[3], cells[0]);
      }
    }
    for (String line : Resources.lines("names.tsv")) {
      String[] cells = line.split("\t", -1);
      gazetteer.words.put(cells[0], new HashSet<>(Set.of(unique(cells[1]))));
    }
    return gazetteer;
  }

  private static String[] unique(String words) {
    return java.util.Arrays.stream(words.split("; ")).distinct().toArray(String[]::new);
  }

  private void add(Map<String, String> map, String names, String shown) {
    for (String name : names.split("; ")) {
      if (!name.isBlank()) {
        map.putIfAbsent(key(name), shown);
      }
    }
  }

  /** Normal form of a name: its tokens' normal forms, one space between. */
  static String key(String name) {
    return Tokens.normalise(name.replace('-', ' ').strip());
  }

  Optional<String> place(String key) {
    return Optional.ofNullable(places.get(key));
  }

  /** The country whose people the word names. */
  Optional<String> country(String key) {
    return Optional.ofNullable(inhabitants.get(key));
  }

  boolean isTitle(String key) {
    return words.get("title").contains(key);
  }

  boolean isGivenName(String key) {
    return words.get("given").contains(key);
  }

  boolean tellsOrganisation(String key) {
    return words.get("organisation").contains(key);
  }

  boolean tellsPlace(String key) {
    return words.get("place").contains(key);
  }

  boolean isNoName(String key) {
    return words.get("drop").contains(key);
  }
}
