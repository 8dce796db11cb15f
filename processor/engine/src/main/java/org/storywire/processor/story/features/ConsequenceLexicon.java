package org.storywire.processor.story.features;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.storywire.processor.text.Text;

/**
 * Finds in a sentence what has happened: words of a consequence, unless a word before them turns it
 * round ("no one was hurt"), makes it a possibility ("may resign") or a thing known ("when the
 * league was suspended"), or the sentence looks back ("ten years ago"). The window for such words
 * is the clause, at most eight words (NegEx, Chapman et al. 2001). English, Spanish, French and
 * German; other languages have no consequences.
 */
public final class ConsequenceLexicon {

  private static final String RESOURCE = "consequences.tsv";
  private static final IntSet TOLLS = tolls();
  private static final int WINDOW = 8;
  private static final int WINDOW_AFTER = 2;
  private static final Map<String, ConsequenceLexicon> BY_LANGUAGE = read();
  private static final ConsequenceLexicon NONE = new ConsequenceLexicon();

  private final Map<String, List<Phrase>> consequences = new HashMap<>();

  /** By consequence: of each phrase the keys of its words that carry meaning. */
  private final Map<Consequence, List<int[]>> keys = new EnumMap<>(Consequence.class);

  private final Map<String, List<Phrase>> not = new HashMap<>();
  private final Map<String, List<Phrase>> maybe = new HashMap<>();
  private final Map<String, List<Phrase>> ago = new HashMap<>();
  private final Map<String, List<Phrase>> background = new HashMap<>();
  private final Map<String, List<Phrase>> after = new HashMap<>();
  private final Map<String, List<Phrase>> notices = new HashMap<>();
  private final Map<String, List<Phrase>> corrections = new HashMap<>();
  private final IntSet counters = new IntOpenHashSet();
  private final Int2IntOpenHashMap tolls = new Int2IntOpenHashMap();
  private String was = "\u2190";

  private record Phrase(List<String> words, Optional<Consequence> consequence) {

    boolean at(List<String> tokens, int at) {
      int same = 0;
      while (same < words.size()
          && at + same < tokens.size()
          && words.get(same).equals(tokens.get(at + same))) {
        same++;
      }
      return same == words.size();
    }
  }

  /** Whether there is a lexicon of a language. */
  public static boolean knows(String language) {
    return of(language) != NONE;
  }

  /** The lexicon of a language; an empty one for languages that have none. */
  public static ConsequenceLexicon of(String language) {
    return BY_LANGUAGE.getOrDefault(language.equals("und") ? "en" : language, NONE);
  }

  /**
   * What a sentence says has happened.
   *
   * @param headline whether it is a headline, which tells decisions by "to"
   * @param year the year it was written in
   */
  public Set<Consequence> in(Clauses sentence, boolean headline, int year) {
    Set<Consequence> found = EnumSet.noneOf(Consequence.class);
    if (consequences.isEmpty()) {
      return found;
    }
    List<String> tokens = sentence.tokens();
    int at = 0;
    while (at < tokens.size()) {
      Optional<Phrase> phrase = longest(consequences, tokens, at);
      if (phrase.isEmpty()) {
        at++;
        continue;
      }
      int end = at + phrase.get().words().size();
      Consequence consequence = phrase.get().consequence().orElseThrow();
      if (!found.contains(consequence) && happened(sentence, at, end, consequence, headline)) {
        found.add(consequence);
      }
      at = end;
    }
    boolean looksBack = !found.isEmpty() && looksBack(tokens, year);
    return looksBack ? EnumSet.noneOf(Consequence.class) : found;
  }

  /** What a sentence names, whether it has happened or not. */
  public Set<Consequence> named(Clauses sentence) {
    Set<Consequence> named = EnumSet.noneOf(Consequence.class);
    List<String> tokens = sentence.tokens();
    for (int at = 0; at < tokens.size(); at++) {
      longest(consequences, tokens, at).flatMap(Phrase::consequence).ifPresent(named::add);
    }
    return named;
  }

  /** Whether a sentence tells of former times. */
  public boolean looksBack(Clauses sentence, int year) {
    return looksBack(sentence.tokens(), year);
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
    for (int i = Math.max(clauses.part(at), at - WINDOW); i < at; i++) {
      boolean lesser = !consequence.shocks() && longest(after, tokens, i).isPresent();
      if (lesser || longest(background, tokens, i).isPresent()) {
        return false;
      }
    }
    boolean infinitive = at > 0 && tokens.get(at - 1).equals("to");
    return !infinitive || (headline && consequence.announced());
  }

  private boolean looksBack(List<String> tokens, int year) {
    return any(ago, tokens) || tokens.stream().anyMatch(token -> otherYear(token, year));
  }

  private static boolean any(Map<String, List<Phrase>> phrases, List<String> tokens) {
    for (int i = 0; i < tokens.size(); i++) {
      if (longest(phrases, tokens, i).isPresent()) {
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

  /**
   * Whether a text has words of a consequence, whatever is said about it.
   *
   * @param has whether the text has a word, by the key of its profile
   */
  public boolean mentions(IntPredicate has, Consequence consequence) {
    for (int[] phrase : keys.getOrDefault(consequence, List.of())) {
      if (Arrays.stream(phrase).allMatch(has)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a sentence speaks to its readers: asks them to write, to read on, to subscribe. */
  public boolean notice(Clauses sentence) {
    return !notices.isEmpty() && any(notices, sentence.tokens());
  }

  /** Whether a headline speaks of what may come: "Storm to bury uplands", "Minister may resign". */
  public boolean ahead(String headline) {
    List<String> tokens = Clauses.of(headline).tokens();
    return any(maybe, tokens) || tokens.contains("to");
  }

  /** Whether a sentence takes back what was told. */
  public boolean correction(Clauses sentence) {
    return !corrections.isEmpty() && any(corrections, sentence.tokens());
  }

  /** The word before what was told before: "was"; an arrow in languages without a lexicon. */
  public String was() {
    return was;
  }

  /** Whether what a figure counts is a toll. */
  public boolean isToll(int slot) {
    return TOLLS.contains(slot);
  }

  /** A key for those who were killed, hurt, arrested, whatever word says so; 0 for other words. */
  int toll(int word) {
    return tolls.get(word);
  }

  /** Whether a figure counts what nobody needs to be woken for: views, comments, minutes. */
  public boolean counter(int slot) {
    return counters.contains(slot);
  }

  private static IntSet tolls() {
    IntSet tolls = new IntOpenHashSet();
    for (Consequence consequence : Consequence.values()) {
      if (consequence.toll()) {
        tolls.add(StoryWords.key(consequence.name()));
      }
    }
    return tolls;
  }

  private void add(String type, String language, String phrase) {
    List<String> words = List.of(phrase.split(" "));
    switch (type) {
      case "NOT" -> put(not, new Phrase(words, Optional.empty()));
      case "MAYBE" -> put(maybe, new Phrase(words, Optional.empty()));
      case "AGO" -> put(ago, new Phrase(words, Optional.empty()));
      case "BACKGROUND" -> put(background, new Phrase(words, Optional.empty()));
      case "AFTER" -> put(after, new Phrase(words, Optional.empty()));
      case "NOTICE" -> put(notices, new Phrase(words, Optional.empty()));
      case "CORRECTION" -> put(corrections, new Phrase(words, Optional.empty()));
      case "COUNTER" ->
          counters.add(new StoryWords(Text.of(phrase), language, new Vocabulary()).key(0));
      case "TOLL" ->
          tolls.put(
              new StoryWords(Text.of(phrase), language, new Vocabulary()).key(0),
              StoryWords.key(Consequence.DEATH.name()));
      case "WAS" -> was = phrase;
      default -> addConsequence(Consequence.valueOf(type), language, phrase, words);
    }
  }

  private void addConsequence(
      Consequence consequence, String language, String phrase, List<String> words) {
    put(consequences, new Phrase(words, Optional.of(consequence)));
    StoryWords text = new StoryWords(Text.of(phrase), language, new Vocabulary());
    int[] content =
        IntStream.range(0, text.size()).filter(text::content).map(i -> text.key(i)).toArray();
    if (content.length > 0) {
      int[] inProfile = Arrays.stream(content).map(Field.TERMS::key).toArray();
      keys.computeIfAbsent(consequence, c -> new ArrayList<>()).add(inProfile);
    }
    if (content.length == 1 && words.size() == 1 && consequence.toll()) {
      tolls.put(content[0], StoryWords.key(consequence.name()));
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
