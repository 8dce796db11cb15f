package org.storywire.processor.topics;

import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import it.unimi.dsi.fastutil.longs.LongSet;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.storywire.processor.text.Hashing;
import org.storywire.processor.text.Tokens;

/** Known places and the words that tell what kind a name is. Keys are normal forms. */
final class Gazetteer {

  private final Map<String, String> places = new HashMap<>();
  private final Map<String, String> inhabitants = new HashMap<>();
  private final Map<String, Set<String>> words = new HashMap<>();
  private final LongSet titles = new LongOpenHashSet();
  private final LongSet noNames = new LongOpenHashSet();
  private final LongSet known = new LongOpenHashSet();

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
    gazetteer.words.get("title").addAll(gazetteer.words.get("role"));
    gazetteer.words.get("title").forEach(word -> gazetteer.titles.add(Hashing.hash64(word)));
    gazetteer.words.get("drop").forEach(word -> gazetteer.noNames.add(Hashing.hash64(word)));
    Stream.of(
            gazetteer.places.keySet(),
            gazetteer.inhabitants.keySet(),
            gazetteer.words.get("title"),
            gazetteer.words.get("drop"))
        .flatMap(Set::stream)
        .forEach(word -> gazetteer.known.add(Hashing.hash64(word)));
    return gazetteer;
  }

  private static String[] unique(String words) {
    return Arrays.stream(words.split("; ")).distinct().toArray(String[]::new);
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

  /**
   * Whether a name with this hash is a place, an inhabitant, a title or no name; most words are
   * none of these, and need no string to be made of them.
   */
  boolean knows(long hash) {
    return known.contains(hash);
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

  /** The same by the word's hash, without making a string. */
  boolean isTitle(long hash) {
    return titles.contains(hash);
  }

  /**
   * Whether the word with this hash is a day, a month or another word that only looks like a name.
   */
  boolean isNoName(long hash) {
    return noNames.contains(hash);
  }

  /** Whether the word is an office that stands before a name and never within one. */
  boolean isRole(String key) {
    return words.get("role").contains(key);
  }

  /** Whether the word tells that a name is that of a law, an event or a work, of nobody. */
  boolean tellsThing(String key) {
    return words.get("thing").contains(key);
  }

  boolean isGivenName(String key) {
    return words.get("given").contains(key);
  }

  boolean tellsOrganisation(String key) {
    return words.get("organisation").contains(key);
  }

  /** Whether the word is an abbreviation of a thing that many have: "PC". */
  boolean isGeneric(String key) {
    return words.get("generic").contains(key);
  }

  /** Whether an ordinary word opens many names: "New", "Saint". */
  boolean opensNames(String key) {
    return words.get("opening").contains(key);
  }

  boolean tellsPlace(String key) {
    return words.get("place").contains(key);
  }

  boolean isNoName(String key) {
    return words.get("drop").contains(key);
  }
}
