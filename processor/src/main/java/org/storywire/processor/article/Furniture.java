package org.storywire.processor.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What structure alone shows not to be an article's text, without knowing the site. Three kinds:
 *
 * <ol>
 *   <li>labels and links that mean the same on any site, wherever they stand: "Advertisement",
 *       "Story continues below", "Read more: …", "Follow us on …", copyright lines;
 *   <li>at the top: very short lines without sentence form (menus, logos);
 *   <li>at the end: lines without sentence form below a text that otherwise has it, and sentences
 *       that tell the reader what to do with the site ("Stay on top of the latest …").
 * </ol>
 *
 * The lists hold what many sites share. What one site repeats is learned, see {@link LineTable}.
 */
final class Furniture {

  /** Longest label or link [UTF-16 units]. */
  private static final int MAX_LINK = 300;

  private static final int MAX_HEADER_WORDS = 3;
  private static final int MAX_TRAILER_WORDS = 16;
  private static final int MIN_FORMED_WORDS = 10;
  private static final int MAX_PROMOTION_WORDS = 70;

  private static final Set<String> LABELS =
      Set.of(
          "ad",
          "ads",
          "advertisement",
          "advertisements",
          "advertising",
          "sponsored",
          "promoted",
          "comments",
          "comment",
          "no comments",
          "no comments yet",
          "leave a comment",
          "reply",
          "post a comment",
          "add a comment",
          "view comments",
          "show comments",
          "share",
          "shares",
          "share this",
          "share this article",
          "share this story",
          "tweet",
          "pin it",
          "print",
          "email",
          "e-mail",
          "save",
          "logo",
          "menu",
          "search",
          "skip to content",
          "close",
          "home",
          "skip to main content",
          "back to top",
          "top",
          "related",
          "related articles",
          "read more",
          "related stories",
          "related content",
          "related news",
          "related coverage",
          "more stories",
          "you may also like",
          "you might also like",
          "recommended",
          "recommended for you",
          "most read",
          "most popular",
          "trending",
          "trending now",
          "read next",
          "up next",
          "login",
          "next",
          "previous",
          "load more",
          "show more",
          "see more",
          "view more",
          "learn more",
          "story continued below",
          "story continues below",
          "article continues below",
          "sign in",
          "story continues below advertisement",
          "article continues below advertisement",
          "log in",
          "continue reading",
          "continue reading below",
          "continue reading the main story",
          "advertisement continue reading the main story",
          "enlarge this image",
          "toggle caption",
          "hide caption",
          "buy photo",
          "loading",
          "subscribe",
          "subscribe now",
          "sign up",
          "download the app",
          "get the app",
          "get started",
          "newsletter",
          "follow us",
          "all rights reserved",
          "replay more videos",
          "must watch",
          "just watched",
          "advertisment",
          "image copyright",
          "media playback is unsupported on your device",
          "click to enlarge",
          "publicidad",
          "compartir",
          "comentarios",
          "noticias relacionadas",
          "lea también",
          "publicité",
          "partager",
          "commentaires",
          "lire aussi",
          "à lire aussi",
          "anzeige",
          "werbung",
          "teilen",
          "kommentare",
          "mehr zum thema");

  private static final Set<String> ANNOUNCEMENTS =
      Set.of(
          "related",
          "related articles",
          "related stories",
          "related content",
          "related news",
          "more stories",
          "read next",
          "up next",
          "you may also like",
          "you might also like",
          "recommended",
          "recommended for you",
          "recommended articles",
          "more articles",
          "more news",
          "latest news",
          "top stories",
          "trending",
          "trending now",
          "also read",
          "noticias relacionadas",
          "lire aussi",
          "à lire aussi",
          "mehr zum thema");

  /** Links and notices by how they begin. Only for lines up to {@link #MAX_LINK}. */
  private static final Pattern LINK =
      Pattern.compile(
          "^(?:"
              + "[(\\[]?\\s?(?:also on|see also|related|read(?: more| also| next)?|also read|photos?"
              + "|videos?|pictures|in pictures|gallery|photo gallery|slideshow|graphic|infographic"
              + "|interactive|poll|more|see more|watch(?: live| now| video| more)?|listen|must read"
              + "|must watch|trending|recommended|click here|don'?t miss|more from|more on|also see"
              + "|opinion|lea también|lire aussi|lesen sie auch)(?: [^:.!?]{1,30})?:\\s.*"
              + "|(?:please )?(?:follow|like|find|join|connect with|add|friend) [^.!?]{1,60} on"
              + " (?:facebook|twitter|instagram|linkedin|google|youtube|whatsapp|telegram|tiktok|x)\\b.*"
              + "|follow @\\w+.*|follow us\\b.*"
              + "|(?:click|tap) (?:here|on the|to (?:view|see|read|watch|enlarge|share|subscribe))\\b.*"
              + "|(?:to )?(?:sign up|subscribe|register) (?:now |here |today |free )?(?:for|to)\\b"
              + "[^.!?]{0,80}(?:newsletters?|e-?mails?|alerts?|updates?|inbox|digest|podcast|briefing"
              + "|channel)\\b.*"
              + "|(?:download|get|install) (?:the|our|your)?[^.!?]{0,40}\\bapps?\\b.*"
              + "|(?:©|\\(c\\)|copyright)\\s?(?:©|\\(c\\)|by\\b|the\\b|\\d{4}).*"
              + "|all rights reserved\\b.*|this material may not be published\\b.*"
              + "|(?:view|leave|post|add|show|read|hide|\\d+) (?:\\d+ |all |a |the )?comments?\\W*"
              + "|comments? \\(\\d+\\)"
              + "|(?:share|tweet|print|email|save) (?:this|on|via|to)\\b.{0,40}"
              + "|read or share this story\\b.*"
              + "|enlarge this image\\b.*|(?:image|media|photo) (?:caption|copyright)\\b.{0,100}"
              + "|just watched\\b.*|please enable (?:javascript|cookies)\\b.*"
              + "|(?:you are the owner|report an error|report a typo|send us a tip)\\b.{0,60}"
              + "|(?:pic\\.twitter\\.com|https?:)/\\S*"
              + ").*",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);

  /** What a site asks its reader to do. */
  private static final Set<String> REQUESTS =
      Set.of(
          "discover",
          "find",
          "stay",
          "get",
          "download",
          "follow",
          "sign",
          "subscribe",
          "join",
          "read",
          "watch",
          "listen",
          "check",
          "click",
          "visit",
          "explore",
          "catch",
          "like",
          "share",
          "tap",
          "learn",
          "browse",
          "enjoy",
          "register",
          "log",
          "obtain",
          "ready",
          "want",
          "keep",
          "try",
          "see",
          "don't",
          "never",
          "support",
          "become",
          "looking",
          "love",
          "access",
          "unlock",
          "stream",
          "tune",
          "be",
          "add",
          "install",
          "receive",
          "experience",
          "for",
          "to");

  /** What a site has to offer. */
  private static final Pattern OFFER =
      Pattern.compile(
          "\\b(?:news|newsletters?|apps?|updates?|alerts?|inbox|podcasts?|subscri\\w+|headlines"
              + "|latest|trends|trending|coverage|stories|e-?mails?|facebook|twitter|instagram"
              + "|youtube|whatsapp|telegram|tiktok|website|webpage|homepage|our (?:site|page|channel"
              + "|journalism|team|community)|app store|google play|breaking|insights?|exclusive"
              + "|free trial|membership)\\b",
          Pattern.CASE_INSENSITIVE);

  private Furniture() {}

  /** Whether the line is a label or link that means the same on any site. */
  static boolean isFurniture(Line line) {
    return line.text().length() <= MAX_LINK
        && (LABELS.contains(label(line)) || LINK.matcher(line.text()).lookingAt());
  }

  /** Whether the line is a heading above other articles. */
  static boolean announcesOthers(Line line) {
    return line.words() <= 4 && ANNOUNCEMENTS.contains(label(line));
  }

  /** How many lines at the top are a site's header; the line above the text may be a headline. */
  static int header(List<Line> lines) {
    int end = 0;
    while (end < lines.size() && isHeader(lines.get(end))) {
      end++;
    }
    boolean headline = end > 0 && end < lines.size() && lines.get(end - 1).words() > 1;
    return headline ? end - 1 : end;
  }

  private static boolean isHeader(Line line) {
    boolean spaceless = line.text().codePoints().anyMatch(c -> c >= 0x2e80);
    return line.words() <= MAX_HEADER_WORDS && !line.terminated() && !spaceless;
  }

  /** Index after the last line that is not a site's trailer; all lines if the text has no form. */
  static int trailer(List<Line> lines) {
    boolean formed = formed(lines);
    int end = lines.size();
    while (end > 0) {
      Line last = lines.get(end - 1);
      boolean fragment = formed && !last.terminated() && last.words() <= MAX_TRAILER_WORDS;
      if (!fragment && !isFurniture(last) && !promotes(last)) {
        break;
      }
      end--;
    }
    return end;
  }

  /** Whether most of the longer lines end as sentences do. */
  private static boolean formed(List<Line> lines) {
    int ended = 0;
    int open = 0;
    for (Line line : lines) {
      if (line.words() >= MIN_FORMED_WORDS) {
        ended += line.terminated() ? 1 : 0;
        open += line.terminated() ? 0 : 1;
      }
    }
    return ended > open;
  }

  /** Whether the line asks the reader to use what the site offers. */
  static boolean promotes(Line line) {
    if (line.words() > MAX_PROMOTION_WORDS || line.words() < 3) {
      return false;
    }
    return REQUESTS.contains(firstWord(line)) && OFFER.matcher(line.text()).find();
  }

  private static String firstWord(Line line) {
    int end = line.text().indexOf(' ');
    String word = end < 0 ? line.text() : line.text().substring(0, end);
    return word.toLowerCase(Locale.ROOT).replace('\u2019', '\'');
  }

  /** The line's words in lower case, without the marks around and after them. */
  private static String label(Line line) {
    if (line.words() > 7) {
      return "";
    }
    String text = line.lower();
    int start = 0;
    int end = text.length();
    while (start < end && !Character.isLetterOrDigit(text.charAt(start))) {
      start++;
    }
    while (end > start && !Character.isLetterOrDigit(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  /** Lines that read as sentences; for pages of which nothing else would be left. */
  static List<Line> sentences(List<Line> lines) {
    List<Line> sentences = new ArrayList<>();
    for (Line line : lines) {
      if (line.words() >= 4 && !isFurniture(line)) {
        sentences.add(line);
      }
    }
    return sentences;
  }
}
