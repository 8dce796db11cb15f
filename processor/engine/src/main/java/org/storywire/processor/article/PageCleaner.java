package org.storywire.processor.article;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.storywire.processor.text.Mojibake;
import org.storywire.processor.text.TextCleaner;

/**
 * Turns pages into clean articles. Holds no state of its own: the same page against the same memory
 * gives the same articles. Safe for many threads as long as each source's memory is used by one.
 */
public final class PageCleaner {

  private static final String CANCELED = "Canceled by its sender";
  private static final int MAX_FURNITURE = 50;
  private static final int MAX_FURNITURE_LENGTH = 200;

  private final ArticleConfig config;
  private final LearnedFurniture learned;
  private final Identity identities;
  private final Revisions revisions;

  /** A cleaner with the given limits. */
  public PageCleaner(ArticleConfig config) {
    this.config = config;
    this.learned = new LearnedFurniture(config);
    this.identities = new Identity(config.trackingParameters());
    this.revisions = new Revisions(config, identities);
  }

  /** Cleans a page and remembers what later pages of its source will be compared with. */
  public Cleaned clean(RawPage page, SourceMemory memory) {
    List<Line> lines = lines(page.body());
    if (lines.isEmpty()) {
      return new Cleaned.Rejected(
          page.body().isEmpty() ? "body is empty" : "body holds no letter or digit");
    }
    boolean damaged = lines.stream().anyMatch(line -> line.text().indexOf('\ufffd') >= 0);
    if (damaged && Mojibake.isLost(join(lines))) {
      return new Cleaned.Rejected("body is garbled: its letters were lost when it was decoded");
    }
    Optional<Line> givenTitle = page.title().flatMap(PageCleaner::line);
    Optional<PageKind> kind = NotArticles.of(givenTitle, page.url(), lines);
    if (kind.isPresent()) {
      return new Cleaned.Clean(List.of(notArticle(page, givenTitle, lines, kind.get(), memory)));
    }
    Optional<PageParts.Part> part = PageParts.of(page, givenTitle, lines);
    Optional<Line> headline =
        givenTitle.map(title -> part.map(PageParts.Part::title).map(Line::of).orElse(title));
    List<CleanArticle> articles = new ArrayList<>();
    int comments = ReaderComments.start(lines);
    for (Segment segment : Segments.of(lines.subList(0, comments))) {
      boolean first = articles.isEmpty();
      Draft draft = Draft.of(segment, first ? headline : Optional.empty());
      if (draft.body().isEmpty()) {
        continue;
      }
      articles.add(
          first
              ? mainArticle(
                  page, part, segment, draft, lines.subList(comments, lines.size()), memory)
              : embedded(page, segment, draft, articles, memory));
    }
    return articles.isEmpty() ? furnitureOnly(lines) : new Cleaned.Clean(articles);
  }

  /**
   * An article that its sender canceled. What the page says, if anything, is a note about that; the
   * article's id stays, and no text is known of it any more.
   *
   * @param language that the sender claims: a note is too short to tell
   */
  public Cleaned canceled(RawPage page, Optional<String> language, SourceMemory memory) {
    Line title = page.title().flatMap(PageCleaner::line).orElse(Line.of(CANCELED));
    List<Line> lines = lines(page.body());
    String body = lines.isEmpty() ? title.text() : join(lines);
    Instant eventAt =
        page.publishedAt().filter(at -> at.isBefore(page.receivedAt())).orElse(page.receivedAt());
    return new Cleaned.Clean(
        List.of(
            article(
                revisions.canceled(identities.of(page), memory),
                page.nativeId(),
                Optional.empty(),
                page.source(),
                page.url(),
                title,
                body,
                language.orElseGet(() -> language(title.text(), body, memory.lines(page.source()))),
                page.publishedAt(),
                eventAt,
                Set.of(),
                List.of())));
  }

  /**
   * What stands in for an article keeps clear of it: it has an id of its own, teaches nothing about
   * its source, and the version that is known stays the last one.
   */
  private CleanArticle notArticle(
      RawPage page,
      Optional<Line> givenTitle,
      List<Line> lines,
      PageKind kind,
      SourceMemory memory) {
    Line title = givenTitle.orElseGet(() -> Line.of(Headline.fromText(lines.get(0).text())));
    Instant eventAt =
        page.publishedAt().filter(at -> at.isBefore(page.receivedAt())).orElse(page.receivedAt());
    Version version = new Version(title, lines, lines);
    String body = join(lines);
    return new CleanArticle(
        identities.ofStandIn(page),
        page.nativeId(),
        Optional.empty(),
        page.source(),
        page.url(),
        title.text(),
        body,
        language(title.text(), body, memory.lines(page.source())),
        page.publishedAt(),
        eventAt,
        List.of(),
        List.of(),
        0,
        false,
        hex(version.textHash()),
        Optional.empty(),
        Optional.of(kind));
  }

  private static Cleaned furnitureOnly(List<Line> lines) {
    return new Cleaned.Rejected(
        "body holds only page furniture: %d lines, the first is \"%s\""
            .formatted(lines.size(), cut(lines.get(0).text(), 60)));
  }

  private CleanArticle mainArticle(
      RawPage page,
      Optional<PageParts.Part> part,
      Segment segment,
      Draft draft,
      List<Line> comments,
      SourceMemory memory) {
    Instant eventAt = pageTime(page, draft);
    String identity = part.map(one -> identities.of(page, one)).orElse(identities.of(page));
    boolean seen = memory.known(identity).isPresent();
    LineTable table = learned.table(page.source(), draft.body(), eventAt, seen, memory);
    List<Line> clean = learned.withoutFurniture(draft.body(), table);
    Line title = title(draft, clean);
    String body = join(clean);
    String language = language(title.text(), body, table);
    learned.speaks(page.source(), language, table, seen, memory);
    Version version = new Version(title, clean, draft.body());
    IntPredicate furniture = learned.test(table);
    Revisions.Outcome outcome =
        part.isPresent()
            ? revisions.part(page, part.get(), identity, version, furniture, memory)
            : revisions.main(page, identity, version, furniture, memory);
    return article(
        outcome,
        page.nativeId(),
        Optional.empty(),
        page.source(),
        page.url(),
        title,
        body,
        language,
        publishedAt(page, draft, eventAt),
        eventAt,
        credits(page, segment, draft, clean, false),
        furniture(draft.furniture(clean), comments));
  }

  private CleanArticle embedded(
      RawPage page, Segment segment, Draft draft, List<CleanArticle> before, SourceMemory memory) {
    String parentId = before.get(0).articleId();
    Instant pageTime = before.get(0).eventAt();
    Line title = title(draft, draft.body());
    Revisions.Outcome outcome =
        revisions.embedded(
            Identity.ofEmbedded(parentId, title),
            new Version(title, draft.body(), draft.body()),
            memory);
    String body = join(draft.body());
    Optional<Instant> publishedAt =
        draft.date().or(() -> draft.age().map(age -> pageTime.minus(age)));
    Instant eventAt = publishedAt.filter(at -> at.isBefore(pageTime)).orElse(pageTime);
    return article(
        outcome,
        page.nativeId() + "#" + before.size(),
        Optional.of(parentId),
        segment.outlet().orElse(page.source()),
        Optional.empty(),
        title,
        body,
        language(title.text(), body, memory.lines(page.source())),
        publishedAt,
        eventAt,
        credits(page, segment, draft, draft.body(), true),
        furniture(draft.furniture(draft.body()), List.of()));
  }

  private CleanArticle article(
      Revisions.Outcome outcome,
      String nativeId,
      Optional<String> parentId,
      String source,
      Optional<String> url,
      Line title,
      String body,
      String language,
      Optional<Instant> publishedAt,
      Instant eventAt,
      Set<Credit> credits,
      List<String> furniture) {
    return new CleanArticle(
        outcome.articleId(),
        nativeId,
        parentId,
        source,
        url,
        title.text(),
        body,
        language,
        publishedAt,
        eventAt,
        List.copyOf(credits),
        furniture,
        outcome.revision(),
        outcome.unchanged(),
        hex(outcome.textHash()),
        outcome.previousTextHash().map(PageCleaner::hex),
        Optional.empty());
  }

  private String language(String title, String body, LineTable source) {
    String opening = body.substring(0, Math.min(config.languageLength(), body.length()));
    return Languages.of(title, opening, source.language());
  }

  private static List<String> furniture(List<String> around, List<Line> below) {
    return Stream.concat(around.stream(), below.stream().map(Line::text))
        .limit(MAX_FURNITURE)
        .map(line -> cut(line, MAX_FURNITURE_LENGTH))
        .toList();
  }

  private List<Line> lines(String body) {
    String text = body.length() <= config.maxBodyLength() ? body : shortened(body);
    return LanguageMenu.without(Lines.of(Typesetting.mended(plain(text))));
  }

  /** Text without markup and invisible characters, which references may stand for, too. */
  private static String plain(String text) {
    String clean = TextCleaner.clean(Mojibake.repaired(text));
    String plain = Markup.plain(clean);
    return TextCleaner.composed(plain.equals(clean) ? clean : TextCleaner.clean(plain));
  }

  private String shortened(String body) {
    int limit = config.maxBodyLength();
    int paragraph = body.lastIndexOf('\n', limit);
    return body.substring(0, paragraph > limit / 2 ? paragraph : limit);
  }

  private static Optional<Line> line(String title) {
    String text = Counters.withoutCounter(plain(title).strip().replaceAll("\\s+", " "));
    return text.isEmpty() ? Optional.empty() : Optional.of(Line.of(text));
  }

  private static Line title(Draft draft, List<Line> clean) {
    return draft.title().orElseGet(() -> Line.of(Headline.fromText(clean.get(0).text())));
  }

  private static Optional<Instant> publishedAt(RawPage page, Draft draft, Instant eventAt) {
    boolean dated = page.publishedAt().isPresent();
    Optional<Instant> found = draft.date().or(() -> draft.age().map(age -> eventAt));
    return dated ? page.publishedAt() : found;
  }

  private static Instant pageTime(RawPage page, Draft main) {
    Instant received = page.receivedAt();
    return page.publishedAt()
        .or(main::date)
        .or(() -> main.age().map(received::minus))
        .filter(at -> at.isBefore(received))
        .orElse(received);
  }

  private static Set<Credit> credits(
      RawPage page, Segment segment, Draft draft, List<Line> lines, boolean embedded) {
    Set<Credit> credits = new LinkedHashSet<>();
    boolean republished = segment.outlet().filter(o -> !isSource(o, page.source())).isPresent();
    if (republished && !embedded) {
      credits.add(new Credit(Credit.Kind.VIA, segment.outlet().get()));
    }
    if (republished && !page.source().equals(RawPage.UNKNOWN_SOURCE) && !page.source().isBlank()) {
      credits.add(new Credit(Credit.Kind.VIA, page.source()));
    }
    credits.addAll(draft.credits());
    for (Line line : lines) {
      Attributions.find(
          line.text(),
          outlet -> {
            if (!isSource(outlet, page.source())) {
              credits.add(new Credit(Credit.Kind.REPORTED_BY, outlet));
            }
          });
    }
    return credits;
  }

  /** Whether an outlet's name is the source's own: "The Echo" and "echo.example". */
  private static boolean isSource(String outlet, String source) {
    String name = letters(outlet);
    String own = letters(source);
    name = name.startsWith("the") ? name.substring(3) : name;
    return name.length() >= 3 && own.contains(name);
  }

  private static String letters(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\d]", "");
  }

  private static String join(List<Line> lines) {
    return lines.stream().map(Line::text).collect(Collectors.joining("\n\n"));
  }

  private static String cut(String text, int length) {
    if (text.length() <= length) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
    return text.substring(0, end);
  }

  private static String hex(long hash) {
    return HexFormat.of().toHexDigits(hash);
  }
}
