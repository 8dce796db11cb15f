package org.storywire.processor.story.novelty;

import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.storywire.processor.story.features.ConsequenceLexicon;
import org.storywire.processor.story.features.Mention;
import org.storywire.processor.story.features.StoryLexicon;
import org.storywire.processor.story.features.StoryWords;
import org.storywire.processor.story.member.Member;

/**
 * Which figures of an article stand in the place of others that its story told: a toll that rose,
 * or was corrected by a sentence much like the former; another figure of the same thing in such a
 * sentence.
 */
public final class FigureChanges {

  private static final double LIKE_THE_FORMER = 0.25;

  /** Ratio from which two figures of a thing differ in size. */
  private static final double SIZEABLE = 1.1;

  private static final double FEWEST = 10;

  private final ConsequenceLexicon lexicon;

  /** By what is counted: the figure of the latest article, of a toll its highest one. */
  private final Int2ObjectOpenHashMap<String> formers = new Int2ObjectOpenHashMap<>();

  /** What was told of each toll. */
  private final LongOpenHashSet tolls = new LongOpenHashSet();

  FigureChanges(ConsequenceLexicon lexicon, List<Member> carried) {
    this.lexicon = lexicon;
    for (Member article : carried) {
      Int2ObjectOpenHashMap<String> own = new Int2ObjectOpenHashMap<>();
      for (Mention figure : article.figures()) {
        if (lexicon.isToll(figure.slot())) {
          tolls.add(pair(figure));
        }
        String before = own.putIfAbsent(figure.slot(), figure.said());
        boolean higher = before != null && value(figure.said()) > value(before);
        if (higher && lexicon.isToll(figure.slot())) {
          own.put(figure.slot(), figure.said());
        }
      }
      formers.putAll(own);
    }
  }

  private static long pair(Mention figure) {
    return (long) figure.slot() << 32 | (figure.key() & 0xffffffffL);
  }

  /** Whether the story has told this figure of a toll. */
  boolean tells(Mention toll) {
    return tolls.contains(pair(toll));
  }

  /**
   * What the story told before a figure that it has not told.
   *
   * @param overlap largest share of the sentence's words that an earlier sentence has [0..1]
   */
  Optional<String> former(Mention figure, double overlap) {
    String before = formers.get(figure.slot());
    if (figure.slot() == 0 || before == null) {
      return Optional.empty();
    }
    double now = value(figure.said());
    double then = value(before);
    boolean like = overlap >= LIKE_THE_FORMER;
    boolean sizeable =
        Math.max(now, then) >= FEWEST && Math.max(now, then) >= SIZEABLE * Math.min(now, then);
    boolean changed = lexicon.isToll(figure.slot()) ? like || now > then : like && sizeable;
    return now > 0 && then > 0 && now != then && changed ? Optional.of(before) : Optional.empty();
  }

  /** The value of digits or a number word; 0 if it has none. */
  public static double value(String said) {
    int spelt = StoryLexicon.NUMBERS.get(StoryWords.key(said.toLowerCase(Locale.ROOT)));
    if (spelt != 0) {
      return spelt;
    }
    String grouped =
        said.matches("\\d{1,3}([.,'\u2019\u00a0\u202f ]\\d{3})+")
            ? said.replaceAll("\\D", "")
            : said;
    try {
      return Double.parseDouble(grouped.replace(',', '.'));
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
