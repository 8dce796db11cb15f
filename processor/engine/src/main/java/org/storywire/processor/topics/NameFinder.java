package org.storywire.processor.topics;

import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import it.unimi.dsi.fastutil.longs.LongSet;
import java.util.List;
import java.util.Locale;
import org.storywire.processor.text.Hashing;
import org.storywire.processor.text.Span;
import org.storywire.processor.text.StopWords;
import org.storywire.processor.text.Text;
import org.storywire.processor.text.Tokens;

/** Finds runs of capitalised words in one text and hands them to {@link Mentions}. */
final class NameFinder {

  private static final int MOST_TOKENS = 20_000;
  private static final int LONGEST = 6;
  private static final LongSet LINKS = hashes("of de del la da dos du des von van der bin al el");
  private static final String QUOTES = "\"\u201c\u201e\u00ab\u2018'";
  private static final LongSet FUNCTION_WORDS = functionWords();
  private static final LongSet CREDITS =
      hashes(
          "photo photograph photography picture image illustration video words written story"
              + " report reporting reported editing edited compiled additional");
  private static final long BY = Hashing.hash64("by");
  private static final long FOR = Hashing.hash64("for");
  private static final long THE = Hashing.hash64("the");

  private final Gazetteer gazetteer;
  private final CommonWords common;
  private final String text;
  private final Tokens tokens;
  private final Iterable<Span> sentences;
  private final LongSet lowerCase;
  private final boolean cutMayEnd;

  NameFinder(Gazetteer gazetteer, CommonWords common, Text text, boolean cutMayEnd) {
    this.gazetteer = gazetteer;
    this.common = common;
    this.cutMayEnd = cutMayEnd;
    this.text = text.string();
    this.tokens = text.tokens();
    this.sentences = text.sentences();
    this.lowerCase = new LongOpenHashSet(Math.min(tokens.size(), MOST_TOKENS));
  }

  private static LongSet hashes(String words) {
    LongSet hashes = new LongOpenHashSet();
    for (String word : words.split(" ")) {
      hashes.add(Hashing.hash64(word));
    }
    return hashes;
  }

  /** Of all languages, for articles name things in several; "will" and "los" may open names. */
  private static LongSet functionWords() {
    LongSet words = new LongOpenHashSet();
    List.of("en", "es", "fr", "de").forEach(language -> words.addAll(StopWords.of(language)));
    List.of("will", "los", "las").forEach(word -> words.remove(Hashing.hash64(word)));
    return words;
  }

  void findInto(Mentions mentions) {
    int size = Math.min(tokens.size(), MOST_TOKENS);
    for (int i = 0; i < size; i++) {
      if (!tokens.capitalised(i)) {
        lowerCase.add(tokens.hash(i));
      }
    }
    for (Span sentence : sentences) {
      int from = tokens.firstAt(sentence.start());
      int to = Math.min(size, tokens.firstAt(sentence.end()));
      if (from < to) {
        boolean shouted = mostlyCapitalised(from, to);
        inSentence(from, to, shouted, mentions);
      }
    }
  }

  /** Headlines and signs: where most words have capitals, capitals tell nothing. */
  private boolean mostlyCapitalised(int from, int to) {
    int capitalised = 0;
    int words = 0;
    for (int i = from; i < to; i++) {
      boolean small = tokens.end(i) - tokens.start(i) <= 3 && !tokens.capitalised(i);
      if (!small && !tokens.number(i)) {
        words++;
        capitalised += tokens.capitalised(i) ? 1 : 0;
      }
    }
    boolean most = common.nounsHaveCapitals() ? capitalised == words : capitalised * 4 >= words * 3;
    return words > 4 && most;
  }

  private void inSentence(int from, int to, boolean shouted, Mentions mentions) {
    int i = from;
    while (i < to) {
      if (!isNamePart(i)) {
        i++;
        continue;
      }
      int end = endOfRun(i, to);
      int start = i;
      while (start < end && isFunctionWord(start, start == from)) {
        start++;
      }
      boolean byline = start == from + 1 && tokens.hash(from) == BY || isCredit(i);
      if (shouted) {
        knownPlaces(start, end, mentions);
      } else if (start < end && !byline && !isParty(start)) {
        run(start, end, start == from, mentions);
      }
      i = end;
    }
  }

  /** "Photo by Ann Lee", "Reporting by Ann Lee". */
  private boolean isCredit(int i) {
    return i > 1 && tokens.hash(i - 1) == BY && CREDITS.contains(tokens.hash(i - 2));
  }

  /** A member's party and state: "D-Ga", "R-Ohio". */
  private boolean isParty(int i) {
    int start = tokens.start(i);
    return start + 2 < text.length()
        && "DR".indexOf(text.charAt(start)) >= 0
        && text.charAt(start + 1) == '-'
        && Character.isUpperCase(text.charAt(start + 2));
  }

  private boolean isNamePart(int i) {
    return tokens.capitalised(i) && !tokens.number(i);
  }

  private int endOfRun(int start, int to) {
    int end = start + 1;
    while (end < to && end - start < LONGEST) {
      if (isNamePart(end) && joined(end - 1, end)) {
        if (isShouted(end) && !tokens.upperCase(start)) {
          break;
        }
        end++;
      } else if (end + 1 < to
          && mayLink(start, end)
          && isNamePart(end + 1)
          && joined(end - 1, end)
          && joined(end, end + 1)) {
        end += 2;
      } else {
        break;
      }
    }
    return end;
  }

  /** "of" and the like in a name; "for" in that of a body: "Office for Statistics". */
  private boolean mayLink(int start, int link) {
    if (tokens.hash(link) == FOR) {
      return gazetteer.tellsOrganisation(key(link - 1, link));
    }
    return LINKS.contains(tokens.hash(link))
        && !(common.nounsHaveCapitals() && isCommon(start) && isCommon(link - 1));
  }

  /** An ordinary word in capitals, as sites set their links: "MORE". */
  private boolean isShouted(int i) {
    return tokens.upperCase(i) && tokens.end(i) - tokens.start(i) > 2 && common.has(tokens.hash(i));
  }

  private boolean isCommon(int i) {
    return common.has(tokens.hash(i))
        || (common.nounsHaveCapitals()
            && !gazetteer.isGivenName(key(i, i + 1))
            && common.hasEndOf(tokens.normal(i)));
  }

  private boolean allCommon(int from, int to) {
    for (int i = from; i < to; i++) {
      if (!isCommon(i)) {
        return false;
      }
    }
    return true;
  }

  /** Whether nothing but a space, a hyphen, an ampersand or an initial's point is between. */
  private boolean joined(int left, int right) {
    int from = tokens.end(left);
    int gap = tokens.start(right) - from;
    boolean possessive =
        from - tokens.start(left) > 2
            && text.charAt(from - 1) == 's'
            && (text.charAt(from - 2) == '\'' || text.charAt(from - 2) == '\u2019');
    if (possessive || gap < 1 || gap > 3) {
      return false;
    }
    if (gap == 1) {
      return text.charAt(from) == ' ' || text.charAt(from) == '-';
    }
    if (gap == 3) {
      return text.startsWith(" & ", from);
    }
    boolean initial = from - tokens.start(left) == 1 || gazetteer.isTitle(tokens.hash(left));
    return initial && text.startsWith(". ", from);
  }

  private boolean isFunctionWord(int i, boolean first) {
    long hash = tokens.hash(i);
    if (gazetteer.isNoName(hash)) {
      return true;
    }
    if (tokens.upperCase(i) && hash != THE) {
      return false;
    }
    return FUNCTION_WORDS.contains(hash)
        || (first && lowerCase.contains(hash) && gazetteer.place(tokens.normal(i)).isEmpty());
  }

  private void knownPlaces(int start, int end, Mentions mentions) {
    for (int i = start; i < end; i++) {
      for (int length = Math.min(3, end - i); length >= 1; length--) {
        String key = key(i, i + length);
        if (gazetteer.place(key).isPresent() && !key.equals("us")) {
          mentions.add(name(i, i + length), key, "", false, false);
          i += length - 1;
          break;
        }
      }
    }
  }

  /** Splits titles, inhabitants and days off a run; the rest is a name. */
  private void run(int start, int end, boolean sentenceStart, Mentions mentions) {
    int from = start;
    String title = from > 0 && mayBeKnown(from - 1) ? tokens.normal(from - 1) : "";
    while (from < end && mayBeKnown(from)) {
      String word = key(from, from + 1);
      boolean whole = gazetteer.place(key(from, end)).isPresent();
      boolean organisation = gazetteer.tellsOrganisation(key(end - 1, end));
      if (whole || (organisation && end - from <= 3 && end - from > 1)) {
        break;
      }
      boolean titleFollows = from + 1 < end && gazetteer.isTitle(key(from + 1, from + 2));
      boolean placeBefore = titleFollows && gazetteer.place(word).isPresent();
      if (placeBefore || (from + 1 < end && gazetteer.country(word).isPresent())) {
        mentions.add(tokens.raw(from), word, "", false, false);
      } else if (!(gazetteer.isTitle(word) && (from + 1 < end || isTitleAlone(word)))
          && !gazetteer.isNoName(word)) {
        break;
      }
      title = word;
      from++;
    }
    int role = lastRole(from, end);
    if (role >= 0) {
      beforeRole(from, role, mentions);
      title = tokens.normal(role);
      from = role + 1;
    }
    int to = end;
    while (to > from && endsNoName(to - 1)) {
      to--;
    }
    boolean cut = to == tokens.size() && !sentenceEnds(to - 1);
    boolean half = tokens.end(to - 1) - tokens.start(to - 1) == 1 && charAfter(to - 1) == '-';
    if ((cut || half) && to - from > 1) {
      to -= LINKS.contains(tokens.hash(to - 2)) ? 2 : 1;
    }
    boolean opensSentence = from == start && (sentenceStart || afterColon(from));
    boolean first = opensSentence || (from == start && afterQuote(from));
    from = withoutWordsBefore(from, to, first);
    if (from >= to || (to - from == 1 && gazetteer.isGeneric(key(from, to)))) {
      return;
    }
    boolean opening = first && to - from > 1 && mayOpenSentence(from);
    boolean doubtful =
        to - from == 1
            ? isDoubtful(from, first, title) || (cut && !tokens.upperCase(from))
            : (opensSentence || common.nounsHaveCapitals()) && mayBeNoName(from, to);
    mentions.add(name(from, to), key(from, to), title, doubtful, opening);
  }

  /** Whether all words are ordinary ones, and the last tells no body or place. */
  private boolean mayBeNoName(int from, int to) {
    String last = key(to - 1, to);
    return !gazetteer.tellsOrganisation(last) && !gazetteer.tellsPlace(last) && allCommon(from, to);
  }

  /** Whether one word may owe its capital to something else than being a name. */
  private boolean isDoubtful(int i, boolean first, String before) {
    if (gazetteer.isTitle(before) && !first) {
      return false;
    }
    return lowerCase.contains(tokens.hash(i))
        || (first && !tokens.upperCase(i) && (!common.isFull() || mayOpenSentence(i)))
        || (isCommon(i) && !(tokens.upperCase(i) && !isShouted(i)));
  }

  /** Where a name begins in a run, without ordinary words and links before it. */
  private int withoutWordsBefore(int start, int to, boolean first) {
    int from = start;
    while (from < to && isLinkOrFunctionWord(from)) {
      from++;
    }
    if (from > start) {
      from = Math.min(to, from + (LINKS.contains(tokens.hash(start)) ? 1 : 0));
    }
    if (to - from > 2 && !isGiven(from) && isGiven(from + 1) && (first || isCommon(from))) {
      from++;
    }
    boolean strips = first || common.nounsHaveCapitals();
    while (to - from > 1
        && !isGiven(from)
        && gazetteer.place(key(from, to)).isEmpty()
        && (isShouted(from) && !tokens.upperCase(to - 1)
            || strips && isCommon(from) && !allCommon(from + 1, to) && !opensNames(from))) {
      from++;
      while (from < to - 1 && isLinkOrFunctionWord(from)) {
        from++;
      }
    }
    return from;
  }

  private boolean opensNames(int i) {
    return gazetteer.opensNames(key(i, i + 1));
  }

  private boolean isLinkOrFunctionWord(int i) {
    return LINKS.contains(tokens.hash(i)) && !tokens.capitalised(i)
        || isFunctionWord(i, false) && !isGiven(i);
  }

  /** Whether the text's last word is complete: collectors cut texts within words. */
  private boolean sentenceEnds(int last) {
    for (int i = tokens.end(last); i < text.length(); i++) {
      if (!Character.isWhitespace(text.charAt(i))) {
        return text.charAt(i) != '\u2026' && !text.startsWith("...", i);
      }
    }
    return !cutMayEnd;
  }

  private boolean afterColon(int i) {
    int start = tokens.start(i);
    return start > 1 && text.startsWith(": ", start - 2);
  }

  private boolean afterQuote(int i) {
    int start = tokens.start(i);
    return start > 0 && QUOTES.indexOf(text.charAt(start - 1)) >= 0;
  }

  private char charAfter(int i) {
    return tokens.end(i) < text.length() ? text.charAt(tokens.end(i)) : ' ';
  }

  private boolean endsNoName(int i) {
    return (mayBeKnown(i) && gazetteer.isNoName(key(i, i + 1)))
        || (!tokens.upperCase(i) && FUNCTION_WORDS.contains(tokens.hash(i)));
  }

  /** "Mocking Lee", "Sadly Lee": such words are seldom names, and no list holds them all. */
  private boolean mayOpenSentence(int i) {
    String word = tokens.normal(i);
    return word.length() > 5 && (word.endsWith("ing") || word.endsWith("ly"));
  }

  private boolean isGiven(int i) {
    return gazetteer.isGivenName(Gazetteer.key(tokens.raw(i)));
  }

  /** The last office in a run that a name follows ("Party Leader Ann Lee"); -1 if there is none. */
  private int lastRole(int from, int end) {
    for (int i = end - 2; i > from; i--) {
      if (mayBeKnown(i) && gazetteer.isRole(key(i, i + 1))) {
        return gazetteer.tellsOrganisation(key(end - 1, end)) ? -1 : i;
      }
    }
    return -1;
  }

  /** What holds the office, where it is known by itself: a place or a body. */
  private void beforeRole(int from, int role, Mentions mentions) {
    String key = key(from, role);
    boolean acronym = role - from == 1 && tokens.upperCase(from);
    if (acronym
        || gazetteer.place(key).isPresent()
        || gazetteer.tellsOrganisation(key(role - 1, role))) {
      mentions.add(name(from, role), key, "", false, false);
    }
  }

  /** False if the word, without what is glued to it, is nothing that the gazetteer knows. */
  private boolean mayBeKnown(int i) {
    return tokens.mayHoldApostrophe(i) || gazetteer.knows(tokens.hash(i));
  }

  private boolean isTitleAlone(String word) {
    return gazetteer.place(word).isEmpty() && !gazetteer.tellsOrganisation(word);
  }

  private String name(int from, int to) {
    String name = text.substring(tokens.start(from), tokens.end(to - 1));
    boolean possessive = name.endsWith("'s") || name.endsWith("\u2019s");
    if (possessive) {
      return name.substring(0, name.length() - 2);
    }
    if (to - from > 1 && tokens.upperCase(from) && !tokens.upperCase(from + 1) && isGiven(from)) {
      return name.charAt(0)
          + name.substring(1, name.indexOf(' ')).toLowerCase(Locale.ROOT)
          + name.substring(name.indexOf(' '));
    }
    return isPluralOfAcronym(name) ? name.substring(0, name.length() - 1) : name;
  }

  /** "UKs" of a text that has lost its apostrophes. */
  private static boolean isPluralOfAcronym(String name) {
    int last = name.length() - 1;
    return last > 1
        && name.charAt(last) == 's'
        && name.chars().limit(last).allMatch(Character::isUpperCase);
  }

  private String key(int from, int to) {
    return Gazetteer.key(name(from, to));
  }
}
