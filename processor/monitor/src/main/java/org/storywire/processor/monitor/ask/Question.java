package org.storywire.processor.monitor.ask;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A passage of which somebody wants to know who carries it. */
public final class Question {

  /** Longest passage [UTF-16 units]. */
  public static final int LONGEST = 20_000;

  /** Fewest words: less is no passage but a phrase. */
  public static final int FEWEST_WORDS = 8;

  private static final int MOST_RUNS = 50;

  /**
   * A shared run shorter than this is a turn of phrase, unless it is all that was asked [words].
   */
  private static final int SHORTEST_RUN = 10;

  private final String text;
  private final PassageWords wording;
  private final Map<Integer, Integer> firstPlaces = new HashMap<>();

  private Question(String text) {
    this.text = text;
    this.wording = PassageWords.of(text);
    for (int i = wording.shingles() - 1; i >= 0; i--) {
      firstPlaces.put(wording.shingle(i), i);
    }
  }

  /**
   * A passage as somebody pasted it.
   *
   * @throws IllegalArgumentException if it is too short or too long
   */
  public static Question of(String text) {
    if (text.length() > LONGEST) {
      throw new IllegalArgumentException(
          "the passage has " + text.length() + " characters, expected at most " + LONGEST);
    }
    Question question = new Question(text);
    if (question.words() < FEWEST_WORDS) {
      throw new IllegalArgumentException(
          "the passage has " + question.words() + " words, expected at least " + FEWEST_WORDS);
    }
    return question;
  }

  /** Whether a text has as many words as a passage needs. */
  public static boolean isLongEnough(String text) {
    return PassageWords.of(text).size() >= FEWEST_WORDS;
  }

  /**
   * The text of an article, of which the beginning is asked if it is long.
   *
   * @throws IllegalArgumentException if it is too short
   */
  public static Question ofArticle(String body) {
    return of(body.length() <= LONGEST ? body : body.substring(0, LONGEST));
  }

  /** What was asked. */
  public String text() {
    return text;
  }

  /** Words of it [8..]. */
  public int words() {
    return wording.size();
  }

  boolean has(int shingle) {
    return firstPlaces.containsKey(shingle);
  }

  /** What a text shares with the passage; empty if it is no more than a turn of phrase. */
  public Optional<Match> match(String body) {
    PassageWords other = PassageWords.of(body);
    List<Match.Run> runs = new ArrayList<>();
    boolean[] covered = new boolean[wording.size()];
    int longest = 0;
    for (int at = 0; at < other.shingles(); ) {
      Integer place = firstPlaces.get(other.shingle(at));
      if (place == null) {
        at++;
        continue;
      }
      int length = common(other, at, place);
      for (int word = place; word < place + length; word++) {
        covered[word] = true;
      }
      longest = Math.max(longest, length);
      if (runs.size() < MOST_RUNS) {
        runs.add(run(other, at, place, length));
      }
      at += length - PassageWords.SHINGLE + 1;
    }
    if (longest < Math.min(SHORTEST_RUN, wording.size())) {
      return Optional.empty();
    }
    int words = 0;
    for (boolean word : covered) {
      words += word ? 1 : 0;
    }
    return Optional.of(new Match(words / (double) wording.size(), longest, runs));
  }

  /** Words in a row that both have from two places on, at least a shingle. */
  private int common(PassageWords other, int at, int place) {
    int shingles = 1;
    while (at + shingles < other.shingles()
        && place + shingles < wording.shingles()
        && other.shingle(at + shingles) == wording.shingle(place + shingles)) {
      shingles++;
    }
    return shingles + PassageWords.SHINGLE - 1;
  }

  private Match.Run run(PassageWords other, int at, int place, int length) {
    return new Match.Run(
        wording.start(place),
        wording.end(place + length - 1),
        other.start(at),
        other.end(at + length - 1));
  }
}
