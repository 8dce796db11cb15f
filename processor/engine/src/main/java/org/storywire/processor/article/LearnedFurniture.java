package org.storywire.processor.article;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Furniture that a source's own history shows: lines that recur in several of its articles on
 * several days, and in a good share of them. Two on one day may be a copy and its origin, or two
 * reports of one event. Short lines and those at the ends need less than a long paragraph in the
 * middle, which reporters carry through a running story.
 */
final class LearnedFurniture {

  /** Lines at either end that are furniture more often than not. */
  private static final int EDGE = 3;

  /** From this length on a line inside the text is a paragraph [words]. */
  private static final int LONG = 12;

  /** Most lines learned from either end of a page. */
  private static final int MAX_LEARNED = 60;

  private final ArticleConfig config;

  LearnedFurniture(ArticleConfig config) {
    this.config = config;
  }

  /**
   * The source's lines, this article's included unless it was seen before: a revision's lines would
   * all look like furniture.
   */
  LineTable table(
      String source, List<Line> lines, Instant eventAt, boolean seen, SourceMemory memory) {
    if (source.equals(RawPage.UNKNOWN_SOURCE)) {
      return LineTable.EMPTY;
    }
    LineTable table = memory.lines(source);
    if (seen) {
      return table;
    }
    int head = Math.min(lines.size(), MAX_LEARNED);
    int tail = Math.max(head, lines.size() - MAX_LEARNED);
    int[] prints = new int[head + lines.size() - tail];
    for (int i = 0; i < head; i++) {
      prints[i] = lines.get(i).shortPrint();
    }
    for (int i = tail; i < lines.size(); i++) {
      prints[head + i - tail] = lines.get(i).shortPrint();
    }
    long day = eventAt.atOffset(ZoneOffset.UTC).toLocalDate().toEpochDay();
    LineTable learned = table.withArticle(prints, day);
    memory.save(source, learned);
    return learned;
  }

  /** Takes note of an article's language, by which the source's doubtful texts are told. */
  void speaks(String source, String language, LineTable table, boolean seen, SourceMemory memory) {
    boolean counts = !seen && !language.equals(Languages.UNKNOWN) && table.articles() > 0;
    if (counts && !source.equals(RawPage.UNKNOWN_SOURCE)) {
      memory.save(source, table.withLanguage(language));
    }
  }

  /** Lines that remain: never none. */
  List<Line> withoutFurniture(List<Line> lines, LineTable table) {
    List<Line> kept = new ArrayList<>(lines.size());
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      boolean edge = i < EDGE || i >= lines.size() - EDGE;
      if (!recurs(table, line.shortPrint(), edge || line.words() < LONG)) {
        kept.add(line);
      }
    }
    if (kept.isEmpty()) {
      List<Line> sentences = Furniture.sentences(lines);
      return sentences.isEmpty() ? lines : sentences;
    }
    return kept;
  }

  /** Tells which prints are furniture anywhere in the text. */
  IntPredicate test(LineTable table) {
    return print -> recurs(table, print, true);
  }

  private boolean recurs(LineTable table, int print, boolean likely) {
    int count = table.count(print);
    double share = likely ? config.furnitureMinShare() : config.longFurnitureMinShare();
    return count >= config.furnitureMinArticles()
        && count >= share * table.articles()
        && table.days(print) >= config.furnitureMinDays();
  }
}
