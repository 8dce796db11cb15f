package org.storywire.processor.article;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.storywire.processor.text.LowerCase;
import org.storywire.processor.text.Sentences;
import org.storywire.processor.text.Span;

/**
 * Recognises pages that stand in for an article. Such a page says little else: in a short text most
 * sentences must speak as these pages do, for reports speak of cookies, robots and subscriptions,
 * too. Lists of articles are told by their form: {@link ArticleLists}.
 */
final class NotArticles {

  /** Longer texts say something [words]. */
  private static final int MAX_WORDS = 260;

  /** Share of the sentences that must speak as such a page does. */
  private static final double MIN_SHARE = 0.5;

  /** Words of other sentences from which on there is a text beside the plea to subscribe. */
  private static final int TEXT_BESIDE = 25;

  /** Sentences of fewer words than this say nothing: "Need help?". */
  private static final int FEWEST_WORDS = 3;

  /** Longer sentences say something beside the phrase in them [words]. */
  private static final int LONGEST = 40;

  private static final Pattern ENDS = Pattern.compile("([.!?])\\s+");
  private static final Sections LISTS = Sections.read("not-articles.txt");
  private static final Map<PageKind, Speech> SPEECHES = speeches();
  private static final Set<String> READER = LISTS.set("reader");
  private static final List<String> REPORT = LISTS.list("report");

  private NotArticles() {}

  /** How pages of a kind speak. */
  private record Speech(PhraseFinder phrases, List<String> terms) {

    boolean says(String sentence) {
      return phrases.isIn(sentence);
    }

    boolean in(String sentence, boolean addressed) {
      boolean says = says(sentence);
      if (says || !addressed) {
        return says;
      }
      int found = 0;
      for (String term : terms) {
        found += sentence.contains(term) ? 1 : 0;
      }
      return found >= 2;
    }
  }

  /**
   * What kind of page this is; empty for an article, and in doubt.
   *
   * @param title headline given
   * @param url address of the page
   * @param lines all lines of the page
   */
  static Optional<PageKind> of(Optional<Line> title, Optional<String> url, List<Line> lines) {
    int words = 0;
    for (Line line : lines) {
      words += wordsOf(line);
    }
    Optional<PageKind> wall = words > MAX_WORDS ? Optional.empty() : wall(title, lines);
    return wall.isPresent() || !ArticleLists.isList(title, url, lines)
        ? wall
        : Optional.of(PageKind.LIST);
  }

  private static int wordsOf(Line line) {
    boolean spaceless = line.words() * 20 < line.text().length();
    return spaceless ? line.text().length() / 3 : line.words();
  }

  private static Optional<PageKind> wall(Optional<Line> title, List<Line> lines) {
    List<String> sentences = sentences(lines);
    boolean headlineOnly = lines.size() == 1 && title.filter(lines.get(0)::same).isPresent();
    if (sentences.isEmpty() || headlineOnly || reports(sentences)) {
      return Optional.empty();
    }
    boolean addressed = sentences.stream().anyMatch(NotArticles::addressesReader);
    String headline = title.map(Line::lower).orElse("").replace('’', '\'');
    for (Map.Entry<PageKind, Speech> kind : SPEECHES.entrySet()) {
      Speech speech = kind.getValue();
      boolean said = false;
      int spoken = 0;
      int beside = 0;
      for (String sentence : sentences) {
        int words = sentence.split(" ", -1).length;
        boolean speaks = words <= LONGEST && speech.in(sentence, addressed);
        said |= speaks && speech.says(sentence);
        spoken += speaks ? 1 : 0;
        beside += speaks ? 0 : words;
      }
      boolean enough = spoken >= MIN_SHARE * sentences.size() || speech.says(headline);
      if (said && enough && beside < TEXT_BESIDE * (spoken > 2 ? 2 : 1)) {
        return Optional.of(kind.getKey());
      }
    }
    return Optional.empty();
  }

  private static List<String> sentences(List<Line> lines) {
    List<String> sentences = new ArrayList<>();
    for (Line line : lines) {
      String lower = LowerCase.of(line.text()).replace('’', '\'');
      for (Span span : Sentences.split(ENDS.matcher(lower).replaceAll("$1\n"))) {
        String sentence = lower.substring(span.start(), Math.min(span.end(), lower.length()));
        boolean says =
            Line.of(sentence).words() >= FEWEST_WORDS
                || sentence.codePoints().anyMatch(c -> c >= 0x2e80);
        if (says) {
          sentences.add(sentence);
        }
      }
    }
    return sentences.isEmpty() && !lines.isEmpty()
        ? List.of(LowerCase.of(lines.get(0).text()))
        : sentences;
  }

  private static boolean reports(List<String> sentences) {
    for (String sentence : sentences) {
      String padded = " " + sentence + " ";
      for (String word : REPORT) {
        boolean spaceless = word.codePointAt(0) >= 0x2e80;
        if (padded.contains(spaceless ? word : " " + word + " ")) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean addressesReader(String sentence) {
    Set<String> words = new HashSet<>(List.of(sentence.split("[^\\p{L}']+", -1)));
    return READER.stream().anyMatch(words::contains);
  }

  private static Map<PageKind, Speech> speeches() {
    Map<PageKind, Speech> speeches = new EnumMap<>(PageKind.class);
    for (PageKind kind : PageKind.values()) {
      if (kind != PageKind.LIST) {
        String name = kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        PhraseFinder phrases = new PhraseFinder(LISTS.list(name + " phrases"));
        speeches.put(kind, new Speech(phrases, LISTS.list(name + " terms")));
      }
    }
    return speeches;
  }
}
