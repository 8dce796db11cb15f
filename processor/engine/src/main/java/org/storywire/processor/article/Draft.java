package org.storywire.processor.article;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An article on its way from segment to clean text: what is left, and what was found on the way.
 */
final class Draft {

  /** How many lines at either end may hold dates and credits. */
  private static final int MARGIN = 8;

  /**
   * What is taken away uncovers new margins; enough for any page that is not made to be hostile.
   */
  private static final int MAX_PASSES = 10;

  /** Datelines of one paragraph: "LONDON (AP) — (Reuters) —" has two. */
  private static final int MAX_DATELINES = 3;

  private Optional<Line> title;
  private final List<Line> page = new ArrayList<>();
  private final List<Line> body;
  private final Set<Credit> credits = new LinkedHashSet<>();
  private Optional<Instant> date = Optional.empty();
  private Optional<Duration> age;
  private final List<Line> withDateline = new ArrayList<>();

  private Draft(Segment segment, Optional<Line> givenTitle) {
    this.title = givenTitle.isPresent() ? givenTitle : segment.title();
    this.page.addAll(segment.head());
    this.page.addAll(segment.lines());
    this.body = new ArrayList<>(segment.lines());
    this.age = segment.age();
  }

  /** Reads one segment of a page. */
  static Draft of(Segment segment, Optional<Line> givenTitle) {
    Draft draft = new Draft(segment, givenTitle);
    segment.head().forEach(draft::readMarginalia);
    draft.removeLinks();
    for (int pass = 0, before = -1; pass < MAX_PASSES && before != draft.body.size(); pass++) {
      before = draft.body.size();
      draft.removeHeader();
      draft.readMargin(true);
      draft.findTitle();
      draft.removeTrailer();
    }
    draft.restoreText();
    draft.removeDateline();
    return draft;
  }

  Optional<Line> title() {
    return title;
  }

  /** Paragraphs left. */
  List<Line> body() {
    return body;
  }

  /**
   * Lines of the segment that are neither headline nor text, in page order.
   *
   * @param kept the text: body lines in order, some perhaps left out
   */
  List<String> furniture(List<Line> kept) {
    List<String> furniture = new ArrayList<>();
    int next = 0;
    for (Line line : page) {
      boolean text = next < kept.size() && isFrom(kept.get(next), line);
      next += text ? 1 : 0;
      if (!text && title.filter(line::same).isEmpty()) {
        furniture.add(line.text());
      }
    }
    return furniture;
  }

  private boolean isFrom(Line kept, Line line) {
    return kept.equals(line) || (withDateline.contains(line) && line.text().endsWith(kept.text()));
  }

  Set<Credit> credits() {
    return credits;
  }

  /** Date found in the text. */
  Optional<Instant> date() {
    return date;
  }

  /** Age found beside the headline. */
  Optional<Duration> age() {
    return age;
  }

  /** Takes back what is no label, link, date or credit, if nothing else is left. */
  private void restoreText() {
    if (!body.isEmpty()) {
      return;
    }
    List<Line> left =
        page.stream().filter(l -> !Furniture.isFurniture(l) && !readMarginalia(l)).toList();
    List<Line> sentences = Furniture.sentences(left);
    body.addAll(sentences.isEmpty() ? left : sentences);
  }

  /** Takes in a line's date or credits, if it is nothing but these. */
  private boolean readMarginalia(Line line) {
    Optional<RelativeTime> time = RelativeTime.parse(line.text());
    if (time.isPresent()) {
      age = age.isPresent() ? age : time.map(RelativeTime::age);
      return true;
    }
    Optional<PublishedLine> published = PublishedLine.parse(line.text());
    if (published.isPresent()) {
      date = date.isPresent() ? date : published.map(PublishedLine::at);
      published
          .flatMap(PublishedLine::author)
          .ifPresent(name -> credits.add(new Credit(Credit.Kind.BYLINE, name)));
      return true;
    }
    Optional<List<Credit>> found = CreditLine.parse(line);
    found.ifPresent(credits::addAll);
    return found.isPresent();
  }

  /** Everything down to a repeated headline, or the menu and logo if there is none. */
  private void removeHeader() {
    int end = 0;
    for (int i = 0; i < Math.min(MARGIN, body.size()) && title.isPresent(); i++) {
      Line line = body.get(i);
      if (line.same(title.get()) && !line.sentence()) {
        end = i + 1;
      } else if (line.prose()) {
        break;
      }
    }
    if (end == 0 && title.isEmpty()) {
      end = Furniture.header(body);
      end = end == body.size() ? 0 : end;
    }
    if (end == body.size()) {
      return;
    }
    List<Line> header = body.subList(0, end);
    header.forEach(this::readMarginalia);
    header.clear();
  }

  private void removeLinks() {
    List<Line> kept = new ArrayList<>(body.size());
    boolean listed = false;
    for (Line line : body) {
      listed = Furniture.announcesOthers(line) || (listed && !line.prose());
      if (Furniture.isFurniture(line)) {
        credits.addAll(CreditLine.ofCopyright(line.text()));
      } else if (listed && kept.stream().anyMatch(Line::prose)) {
        continue; // a heading of another article, below "Related stories"
      } else if (RelativeTime.parse(line.text()).isPresent()) {
        age = age.isPresent() || kept.size() > MARGIN ? age : ageOf(line);
      } else {
        kept.add(line);
      }
    }
    body.clear();
    body.addAll(kept);
  }

  private static Optional<Duration> ageOf(Line line) {
    return RelativeTime.parse(line.text()).map(RelativeTime::age);
  }

  /** Dates and credits among the first lines, down to running text, or among the last. */
  private void readMargin(boolean top) {
    int at = top ? 0 : body.size() - 1;
    for (int n = 0; n < MARGIN && at >= 0 && at < body.size(); n++) {
      Line line = body.get(at);
      if (readMarginalia(line)) {
        body.remove(at);
        at = top ? at : at - 1;
      } else if (line.prose()) {
        break;
      } else {
        at = top ? at + 1 : at - 1;
      }
    }
  }

  private void findTitle() {
    if (title.isEmpty() && Headline.opens(body)) {
      title = Optional.of(body.remove(0));
      readMargin(true);
    }
  }

  private void removeTrailer() {
    readMargin(false);
    List<Line> trailer = body.subList(Furniture.trailer(body), body.size());
    trailer.forEach(this::readMarginalia);
    trailer.clear();
  }

  /** Off the first two paragraphs, for a standfirst may come first. */
  private void removeDateline() {
    for (int i = 0; i < Math.min(2, body.size()); i++) {
      Line line = body.get(i);
      Optional<Dateline> dateline = Dateline.parse(line.text());
      for (int n = 0; n < MAX_DATELINES && dateline.isPresent(); n++) {
        credits.addAll(dateline.get().credits());
        line = Line.of(dateline.get().rest());
        dateline = Dateline.parse(line.text());
      }
      if (!line.equals(body.get(i))) {
        withDateline.add(body.get(i));
        body.set(i, line);
      }
    }
  }
}
