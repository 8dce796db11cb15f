package org.storywire.processor.story.features;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.BitSet;
import org.storywire.processor.text.Document;

/** Stage one: features of an article, from nothing but the article. Safe for use by threads. */
public final class StoryFeatureExtractor {

  /** Tokens read at the beginning of a text, and at its end, where a live blog may grow. */
  private static final int MOST_FIRST = 3000;

  private static final int MOST_LAST = 1000;
  private static final int SHORTEST_TITLE = 6;
  private static final int LONGEST_TITLE = 30;

  /** Features of a clean article that was written at its event time. */
  public StoryFeatures of(Document document) {
    return of(document, document.publishedAt());
  }

  /**
   * Features of a clean article; of texts beyond 4,000 tokens the first 3,000 and the last 1,000
   * are read.
   *
   * @param written when its text says "today": the time that its source or its own date line gives,
   *     however late it is received
   */
  public StoryFeatures of(Document document, Instant written) {
    Vocabulary vocabulary = new Vocabulary();
    StoryWords title = new StoryWords(document.title(), document.language(), vocabulary);
    StoryWords body = new StoryWords(document.body(), document.language(), vocabulary);
    BitSet capital = new BitSet(vocabulary.size());
    SentenceWords sentences = new SentenceWords(document.body());
    Names bodyNames = new Names(body, sentences.firsts(), capital, false);
    Names titleNames = new Names(title, new boolean[title.size()], capital, true);
    FeatureCounts counts = new FeatureCounts(vocabulary);
    boolean[] taken = new boolean[body.size()];
    int[] days = DateMentions.in(body, written.atOffset(ZoneOffset.UTC).toLocalDate(), taken);
    read(counts, title, titleNames, Integer.MAX_VALUE, Field.TITLE);
    read(counts, body, bodyNames, sentences.leadEnd(), Field.LEAD);
    if (title.size() == 0) {
      standInForTitle(counts, sentences, body);
    }
    new Streets(body, bodyNames, counts, taken).find();
    Figures figures =
        new Figures(body, counts, taken, sentences, ConsequenceLexicon.of(document.language()));
    figures.find();
    figures.findInTitle(title);
    int[] places = new int[vocabulary.size()];
    Profile profile = counts.profile(places);
    int words = profile.to(Field.Space.WORDS.ordinal());
    NewsMentions mentions = new NewsMentions(document.body(), body, sentences, words, places);
    return new StoryFeatures(
        profile,
        days,
        title.size() + body.size(),
        mentions.sentences(),
        mentions.quotations(),
        PersonMentions.in(body, bodyNames),
        figures.mentions());
  }

  /** Whether a token of a text of so many is near enough to its beginning or end to be read. */
  static boolean isRead(int token, int tokens) {
    return token < MOST_FIRST || token >= tokens - MOST_LAST;
  }

  private static void read(
      FeatureCounts counts, StoryWords words, Names names, int opening, Field openingField) {
    for (int i = 0; i < words.size(); i++) {
      if (words.content(i) && isRead(i, words.size())) {
        counts.addWord(Field.TERMS, words.word(i));
        if (i < opening) {
          counts.addWord(openingField, words.word(i));
        }
      }
    }
    for (int c = 0; c < words.capitals(); c++) {
      int i = words.capital(c);
      if (isRead(i, words.size())
          && names.name(i)
          && (i == 0 || !names.name(i - 1) || !words.touchesNext(i - 1))) {
        run(counts, words, names, i, i < opening);
      }
    }
  }

  /** An article without a headline is compared by its first sentence. */
  private static void standInForTitle(
      FeatureCounts counts, SentenceWords sentences, StoryWords words) {
    for (int s = 0; s < sentences.size(); s++) {
      int from = sentences.from(s);
      int to = Math.min(sentences.to(s), from + LONGEST_TITLE);
      if (to - from >= SHORTEST_TITLE) {
        for (int i = from; i < to; i++) {
          if (words.content(i)) {
            counts.addWord(Field.TITLE, words.word(i));
          }
        }
        return;
      }
    }
  }

  private static void run(
      FeatureCounts counts, StoryWords words, Names names, int start, boolean opening) {
    int end = names.runEnd(start);
    int last = -1;
    int whole = 0;
    for (int i = start; i < end; i++) {
      if (!names.name(i)) {
        continue;
      }
      counts.addWord(Field.CAPITALS, words.word(i));
      if (last >= 0) {
        counts.add(Field.PAIRS, Names.pair(words.key(last), words.key(i)));
      }
      whole = last < 0 ? words.key(i) : Names.pair(whole, words.key(i));
      last = i;
      if (StoryLexicon.COUNTRIES.contains(words.key(i))) {
        place(counts, words.key(i), opening);
      }
    }
    boolean dateline = start == 0 && end < words.size() && opensDateline(words, end - 1);
    if (dateline || (start > 0 && StoryLexicon.BEFORE_PLACES.contains(words.key(start - 1)))) {
      place(counts, whole, opening);
    }
  }

  private static void place(FeatureCounts counts, int hash, boolean opening) {
    counts.addPlace(Field.PLACES, hash);
    if (opening) {
      counts.addPlace(Field.LEAD_PLACES, hash);
    }
  }

  private static boolean opensDateline(StoryWords words, int last) {
    char after = words.after(last);
    return words.upperCase(last) && (after == ' ' || after == ',' || after == '\u2014');
  }
}
