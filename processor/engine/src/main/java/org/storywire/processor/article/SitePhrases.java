package org.storywire.processor.article;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What many sites say around their articles: the one, generic list. What a single site repeats is
 * learned, see {@link LineTable}.
 */
final class SitePhrases {

  /** Labels that mean the same on any site; lower case, without marks around them. */
  static final Set<String> LABELS =
      phrases(
          """
          ad, ads, advertisement, advertisements, advertising, sponsored, promoted,
          comments, comment, no comments, no comments yet, leave a comment, reply, post a
          comment, add a comment, view comments, show comments, share, shares, share this,
          share this article, share this story, tweet, pin it, print, email, e-mail, save,
          logo, menu, search, skip to content, close, home, skip to main content, back to
          top, top, related, related articles, read more, related stories, related
          content, related news, related coverage, more stories, you may also like, you
          might also like, recommended, recommended for you, most read, most popular,
          trending, trending now, read next, up next, login, next, previous, load more,
          show more, see more, view more, learn more, story continued below, story
          continues below, article continues below, sign in, story continues below
          advertisement, article continues below advertisement, log in, continue reading,
          continue reading below, continue reading the main story, advertisement continue
          reading the main story, enlarge this image, toggle caption, hide caption, buy
          photo, loading, subscribe, subscribe now, sign up, download the app, get the
          app, get started, newsletter, follow us, all rights reserved, replay more
          videos, must watch, just watched, advertisment, image copyright, media playback
          is unsupported on your device, click to enlarge, publicidad, compartir,
          comentarios, noticias relacionadas, lea también, publicité, partager,
          commentaires, lire aussi, à lire aussi, anzeige, werbung, teilen, kommentare,
          mehr zum thema
          """);

  /** Headings above other articles; lower case. */
  static final Set<String> ANNOUNCEMENTS =
      phrases(
          """
          related, related articles, related stories, related content, related news, more
          stories, read next, up next, you may also like, you might also like,
          recommended, recommended for you, recommended articles, more articles, more
          news, latest news, top stories, trending, trending now, also read, noticias
          relacionadas, lire aussi, à lire aussi, mehr zum thema
          """);

  /** First words of what a site asks its reader to do. */
  static final Set<String> REQUESTS =
      phrases(
          """
          discover, find, stay, get, download, follow, sign, subscribe, join, read, watch,
          listen, check, click, visit, explore, catch, like, share, tap, learn, browse,
          enjoy, register, log, obtain, ready, want, keep, try, see, don't, never,
          support, become, looking, love, access, unlock, stream, tune, be, add, install,
          receive, experience, for, to
          """);

  /** Links and notices by how they begin. Only for lines up to 300 characters. */
  static final Pattern LINK =
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

  /** What a site has to offer. */
  static final Pattern OFFER =
      Pattern.compile(
          "\\b(?:news|newsletters?|apps?|updates?|alerts?|inbox|podcasts?|subscri\\w+|headlines"
              + "|latest|trends|trending|coverage|stories|e-?mails?|facebook|twitter|instagram"
              + "|youtube|whatsapp|telegram|tiktok|website|webpage|homepage|our (?:site|page|channel"
              + "|journalism|team|community)|app store|google play|breaking|insights?|exclusive"
              + "|free trial|membership)\\b",
          Pattern.CASE_INSENSITIVE);

  private SitePhrases() {}

  private static Set<String> phrases(String separatedByCommas) {
    return Arrays.stream(separatedByCommas.split(",", -1))
        .map(phrase -> phrase.strip().replaceAll("\\s+", " "))
        .collect(Collectors.toUnmodifiableSet());
  }
}
