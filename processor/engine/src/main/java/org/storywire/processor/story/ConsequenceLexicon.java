package org.storywire.processor.story;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.storywire.processor.text.Text;

/**
 * Finds in a sentence what has happened: words of a consequence, unless a word before them turns it
 * round ("no one was hurt"), makes it a possibility ("may resign") or the sentence looks back ("ten
 * years ago"). The window for such words is the clause, at most eight words (NegEx, Chapman et al.
 * 2001). English, Spanish, French and German; other languages have no consequences.
 */
final class ConsequenceLexicon {

  private static final String RESOURCE = "consequences.tsv";
  private static final int WINDOW = 8;
  private static final int WINDOW_AFTER = 2;
  private static final Map<String, ConsequenceLexicon> BY_LANGUAGE = read();
  private static final ConsequenceLexicon NONE = new ConsequenceLexicon();

  private final Map<String, List<Phrase>> consequences = new HashMap<>();
  private final Map<Consequence, IntArrayList> keys = new EnumMap<>(Consequence.class);
  private final Map<String, List<Phrase>> not = new HashMap<>();
  private final Map<String, List<Phrase>> maybe = new HashMap<>();
  private final Map<String, List<Phrase>> ago = new HashMap<>();
  private final IntSet counters = new IntOpenHashSet();

  private record Phrase(List<String> words, Optional<Consequence> consequence) {

    boolean at(List<String> tokens, int at) {
      return at + words.size() <= tokens.size()
          && tokens.subList(at, at + words.size()).equals(words);
    }
  }

  /** Whether there is a lexicon of a language. */
  static boolean knows(String language) {
    return of(language) != NONE;
  }

  /** The lexicon of a language; an empty one for languages that have none. */
  static ConsequenceLexicon of(String language) {
    return BY_LANGUAGE.getOrDefault(language.equals("und") ? "en" : language, NONE);
  }

  /**
   * What a sentence says has happened.
   *
   * @param headline whether it is a headline, which tells decisions by "to"
   * @param year the year it was written in
   */
  Set<Consequence> in(String sentence, boolean headline, int year) {
    Set<Consequence> found = EnumSet.noneOf(Consequence.class);
    if (consequences.isEmpty()) {
      return found;
    }
    Clauses clauses = Clauses.of(sentence);
    List<String> tokens = clauses.tokens();
    int at = 0;
    while (at < tokens.size()) {
      Optional<Phrase> phrase = longest(consequences, tokens, at);
      if (phrase.isEmpty()) {
        at++;
        continue;
      }
      int end = at + phrase.get().words().size();
      Consequence consequence = phrase.get().consequence().orElseThrow();
      if (!found.contains(consequence) && happened(clauses, at, end, consequence, headline)) {
        found.add(consequence);
      }
      at = end;
    }
    boolean looksBack = !found.isEmpty() && looksBack(tokens, year);
    return looksBack ? EnumSet.noneOf(Consequence.class) : found;
  }

  private boolean happened(
      Clauses clauses, int at, int end, Consequence consequence, boolean headline) {
    List<String> tokens = clauses.tokens();
    int from = Math.max(clauses.begin(at), at - WINDOW);
    for (int i = from; i < at; i++) {
      if (longest(not, tokens, i).isPresent() || longest(maybe, tokens, i).isPresent()) {
        return false;
      }
    }
    for (int i = end; i < Math.min(tokens.size(), end + WINDOW_AFTER); i++) {
      if (tokens.get(i).equals("nicht") || tokens.get(i).equals("pas")) {
        return false;
      }
    }
    boolean infinitive = at > 0 && tokens.get(at - 1).equals("to");
    return !infinitive || (headline && consequence.announced());
  }

  private boolean looksBack(List<String> tokens, int year) {
    for (int i = 0; i < tokens.size(); i++) {
      if (longest(ago, tokens, i).isPresent() || otherYear(tokens.get(i), year)) {
        return true;
      }
    }
    return false;
  }

  private static boolean otherYear(String token, int year) {
    boolean past = token.length() == 4 && (token.startsWith("19") || token.startsWith("20"));
    return past
        && token.chars().allMatch(c -> c >= '0' && c <= '9')
        && Integer.parseInt(token) < year;
  }

  private static Optional<Phrase> longest(
      Map<String, List<Phrase>> phrases, List<String> tokens, int at) {
    for (Phrase phrase : phrases.getOrDefault(tokens.get(at), List.of())) {
      if (phrase.at(tokens, at)) {
        return Optional.of(phrase);
      }
    }
    return Optional.empty();
  }

  /** Whether a text has a word of a consequence, whatever is said about it. */
  boolean mentions(Profile profile, Consequence consequence) {
    int words = Field.Space.WORDS.ordinal();
    IntArrayList sought = keys.getOrDefault(consequence, new IntArrayList());
    for (int i = 0; i < sought.size(); i++) {
      if (profile.find(words, sought.getInt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether a figure counts what nobody needs to be woken for: views, comments, minutes. */
  boolean counter(int slot) {
    return counters.contains(slot);
  }

  private void add(String type, String language, String phrase) {
    List<String> words = List.of(phrase.split(" "));
    int key = new Words(Text.of(words.get(0)), language, new Vocabulary()).key(0);
    switch (type) {
      case "NOT" -> put(not, new Phrase(words, Optional.empty()));
      case "MAYBE" -> put(maybe, new Phrase(words, Optional.empty()));
      case "AGO" -> put(ago, new Phrase(words, Optional.empty()));
      case "COUNTER" -> counters.add(key);
      default -> {
        Consequence consequence = Consequence.valueOf(type);
        put(consequences, new Phrase(words, Optional.of(consequence)));
        if (words.size() == 1) {
          keys.computeIfAbsent(consequence, c -> new IntArrayList()).add(Field.TERMS.key(key));
        }
      }
    }
  }

  /** Longer phrases first. */
  private static void put(Map<String, List<Phrase>> phrases, Phrase phrase) {
    List<Phrase> same = phrases.computeIfAbsent(phrase.words().get(0), w -> new ArrayList<>());
    int at = 0;
    while (at < same.size() && same.get(at).words().size() >= phrase.words().size()) {
      at++;
    }
    same.add(at, phrase);
  }

  private static Map<String, ConsequenceLexicon> read() {
    try (InputStream stream = ConsequenceLexicon.class.getResourceAsStream(RESOURCE)) {
      if (stream == null) {
        throw new IllegalStateException("resource " + RESOURCE + " must be on the class path");
      }
      Map<String, ConsequenceLexicon> lexicons = new HashMap<>();
      String table = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      for (String line : table.split("\n")) {
        String[] cells = line.split("\t");
        if (!line.startsWith("#") && cells.length == 3) {
          ConsequenceLexicon lexicon =
              lexicons.computeIfAbsent(cells[1], language -> new ConsequenceLexicon());
          for (String phrase : cells[2].split("\\|")) {
            lexicon.add(cells[0], cells[1], phrase.toLowerCase(Locale.ROOT));
          }
        }
      }
      return Map.copyOf(lexicons);
    } catch (IOException e) {
      throw new UncheckedIOException("unable to read " + RESOURCE, e);
    }
  }
}
