package org.storywire.processor.story;

import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.storywire.processor.text.Document;
import org.storywire.processor.text.Span;
import org.storywire.processor.text.Text;

/** Stage one: features of an article, from nothing but the article. Safe for use by threads. */
public final class StoryFeatureExtractor {

  private static final int LEAD_WORDS = 80;
  private static final int LEAD_SENTENCES = 3;
  static final int MOST_TOKENS = 4000;
  private static final int SHORTEST_TITLE = 6;
  private static final int LONGEST_TITLE = 30;

  /** An extractor; the settings hold nothing that stage one depends on yet. */
  public StoryFeatureExtractor(StoryConfig config) {
    java.util.Objects.requireNonNull(config, "config");
  }

  /** Features of a clean article; texts beyond 4,000 tokens are read up to there. */
  public StoryFeatures of(Document document) {
    Words title = new Words(document.title(), document.language());
    Words body = new Words(document.body(), document.language());
    IntOpenHashSet capital = new IntOpenHashSet();
    boolean[] first = firsts(document.body(), body);
    Names bodyNames = new Names(body, first, capital, false);
    Names titleNames = new Names(title, new boolean[title.size()], capital, true);
    FeatureCounts counts = new FeatureCounts();
    boolean[] taken = new boolean[body.size()];
    int[] days =
        DateMentions.in(body, document.publishedAt().atOffset(ZoneOffset.UTC).toLocalDate(), taken);
    int lead = leadEnd(document.body(), body);
    read(counts, title, titleNames, Integer.MAX_VALUE, Field.TITLE);
    read(counts, body, bodyNames, lead, Field.LEAD);
    if (title.size() == 0) {
      standInForTitle(counts, document.body(), body);
    }
    new Streets(body, bodyNames, counts, taken).find();
    Figures figures = new Figures(body, counts, taken, sentenceEnds(document.body(), body));
    figures.find();
    figures.findInTitle(title);
    Profile profile = counts.profile();
    NewsMentions mentions = new NewsMentions(document.body(), body, profile);
    return new StoryFeatures(
        profile,
        days,
        title.size() + body.size(),
        mentions.sentences(),
        mentions.quotations(),
        People.in(body, bodyNames),
        figures.mentions());
  }

  private static void read(
      FeatureCounts counts, Words words, Names names, int opening, Field openingField) {
    int stop = Math.min(words.size(), MOST_TOKENS);
    for (int i = 0; i < stop; i++) {
      if (words.content(i)) {
        counts.addWord(Field.TERMS, words.key(i));
        if (i < opening) {
          counts.addWord(openingField, words.key(i));
        }
      }
      if (names.name(i) && (i == 0 || !names.name(i - 1) || !words.touchesNext(i - 1))) {
        run(counts, words, names, i, i < opening);
      }
    }
  }

  /** An article without a headline is compared by its first sentence. */
  private static void standInForTitle(FeatureCounts counts, Text text, Words words) {
    for (Span sentence : text.sentences()) {
      int from = words.firstAt(sentence.start());
      int to = Math.min(words.firstAt(sentence.end()), from + LONGEST_TITLE);
      if (to - from >= SHORTEST_TITLE) {
        for (int i = from; i < to; i++) {
          if (words.content(i)) {
            counts.addWord(Field.TITLE, words.key(i));
          }
        }
        return;
      }
    }
  }

  private static void run(
      FeatureCounts counts, Words words, Names names, int start, boolean opening) {
    int end = names.runEnd(start);
    int last = -1;
    int whole = 0;
    for (int i = start; i < end; i++) {
      if (!names.name(i)) {
        continue;
      }
      counts.addWord(Field.CAPITALS, words.key(i));
      if (last >= 0) {
        counts.add(Field.PAIRS, Names.pair(words.key(last), words.key(i)));
      }
      whole = last < 0 ? words.key(i) : Names.pair(whole, words.key(i));
      last = i;
      if (Lexicon.COUNTRIES.contains(words.key(i))) {
        place(counts, words.key(i), opening);
      }
    }
    boolean dateline = start == 0 && end < words.size() && opensDateline(words, end - 1);
    if (dateline || (start > 0 && Lexicon.BEFORE_PLACES.contains(words.key(start - 1)))) {
      place(counts, whole, opening);
    }
  }

  private static void place(FeatureCounts counts, int hash, boolean opening) {
    counts.addPlace(Field.PLACES, hash);
    if (opening) {
      counts.addPlace(Field.LEAD_PLACES, hash);
    }
  }

  private static boolean opensDateline(Words words, int last) {
    char after = words.after(last);
    return words.upperCase(last) && (after == ' ' || after == ',' || after == '\u2014');
  }

  private static boolean[] firsts(Text text, Words words) {
    boolean[] first = new boolean[words.size()];
    for (Span sentence : text.sentences()) {
      int at = words.firstAt(sentence.start());
      if (at < first.length) {
        first[at] = true;
      }
    }
    return first;
  }

  /** For each token the index after the last token of its sentence. */
  private static int[] sentenceEnds(Text text, Words words) {
    int[] ends = new int[words.size()];
    for (Span sentence : text.sentences()) {
      int end = words.firstAt(sentence.end());
      for (int i = words.firstAt(sentence.start()); i < end; i++) {
        ends[i] = end;
      }
    }
    return ends;
  }

  private static int leadEnd(Text text, Words words) {
    int sentences = 0;
    List<Span> spans = new ArrayList<>(text.sentences());
    for (Span sentence : spans) {
      int from = words.firstAt(sentence.start());
      int to = words.firstAt(sentence.end());
      sentences += to - from > 5 ? 1 : 0;
      if (to >= LEAD_WORDS || sentences == LEAD_SENTENCES) {
        return Math.min(to, LEAD_WORDS * 2);
      }
    }
    return words.size();
  }
}
