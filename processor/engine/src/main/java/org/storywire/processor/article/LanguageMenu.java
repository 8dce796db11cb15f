package org.storywire.processor.article;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Finds menus of languages, whose lines name languages in themselves or in English. */
final class LanguageMenu {

  /** Fewer names may be a list in a report. */
  private static final int FEWEST = 4;

  private static final int MAX_WORDS = 3;

  private static final Set<String> NAMES = names();

  private LanguageMenu() {}

  /** The lines without those of menus; short lines among names of languages belong to them. */
  static List<Line> without(List<Line> lines) {
    List<Line> kept = new ArrayList<>(lines.size());
    int at = 0;
    while (at < lines.size()) {
      int end = at;
      int names = 0;
      int last = at;
      while (end < lines.size() && isShort(lines.get(end))) {
        if (isName(lines.get(end))) {
          names++;
          last = end + 1;
        }
        end++;
      }
      boolean menu = names >= FEWEST && names * 2 > last - at;
      if (menu) {
        at = last;
      }
      int to = Math.max(end, at + (end == at && !menu ? 1 : 0));
      kept.addAll(lines.subList(at, to));
      at = to;
    }
    return kept;
  }

  private static boolean isShort(Line line) {
    return line.words() <= MAX_WORDS && !line.terminated();
  }

  private static boolean isName(Line line) {
    return NAMES.contains(line.lower().strip());
  }

  private static Set<String> names() {
    Set<String> names = new HashSet<>();
    for (String code : Locale.getISOLanguages()) {
      Locale locale = new Locale(code);
      names.add(locale.getDisplayLanguage(locale).toLowerCase(Locale.ROOT));
      names.add(locale.getDisplayLanguage(Locale.ENGLISH).toLowerCase(Locale.ROOT));
    }
    names.addAll(Set.of("简体中文", "繁體中文", "中文网", "bahasa indonesia", "português (brasil)", "farsi"));
    return Set.copyOf(names);
  }
}
