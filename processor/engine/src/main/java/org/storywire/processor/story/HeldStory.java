package org.storywire.processor.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A story as the follower keeps it. Numbers and headline are written down; what follows from the
 * articles held is counted from them by {@link Votes}.
 */
final class HeldStory {

  private static final int VERSION = 1;

  private final String id;
  private long revision;
  private StoryView.State state = StoryView.State.OPEN;
  private Optional<String> redirectTo = Optional.empty();
  private Headline headline = Headline.NONE;
  private Instant firstAt;
  private Instant lastAt;
  private int articles;
  private int copies;
  private int independent;
  private boolean thin;
  private Optional<String> latestNews = Optional.empty();
  private final TreeSet<String> redirects = new TreeSet<>();

  private final List<HeldArticle> members = new ArrayList<>();
  private final Votes votes = new Votes();

  HeldStory(String id, Instant at) {
    this.id = id;
    this.firstAt = at;
    this.lastAt = at;
  }

  String id() {
    return id;
  }

  long nextRevision() {
    return ++revision;
  }

  StoryView.State state() {
    return state;
  }

  void enter(StoryView.State next) {
    state = next;
  }

  Optional<String> redirectTo() {
    return redirectTo;
  }

  void redirect(String target) {
    state = StoryView.State.MERGED;
    redirectTo = Optional.of(target);
  }

  /** Ids that redirect to this story. */
  TreeSet<String> redirects() {
    return redirects;
  }

  /** Takes coverage again, as if it had begun at the time given; revisions go on. */
  void revive(Instant at) {
    state = StoryView.State.OPEN;
    redirectTo = Optional.empty();
    firstAt = at;
    lastAt = at;
    articles = 0;
    copies = 0;
    independent = 0;
    thin = false;
  }

  Headline headline() {
    return headline;
  }

  void headline(Headline next) {
    headline = next;
  }

  Instant firstAt() {
    return firstAt;
  }

  Instant lastAt() {
    return lastAt;
  }

  int articles() {
    return articles;
  }

  int copies() {
    return copies;
  }

  int independent() {
    return independent;
  }

  boolean thin() {
    return thin;
  }

  void thin(boolean next) {
    thin = next;
  }

  void latestNews(String sentence) {
    latestNews = Optional.of(sentence);
  }

  /** Articles held, in the order they came. */
  List<HeldArticle> members() {
    return members;
  }

  /** Counts an article that has come. */
  void count(HeldArticle article) {
    articles++;
    copies += article.copy ? 1 : 0;
    independent += article.copy || votes.hasSource(article.source) ? 0 : 1;
    firstAt = article.at.isBefore(firstAt) ? article.at : firstAt;
    lastAt = article.at.isAfter(lastAt) ? article.at : lastAt;
    hold(article);
  }

  /** Takes back the count of an article that a new version replaces. */
  void uncount(HeldArticle article) {
    release(article);
    articles--;
    copies -= article.copy ? 1 : 0;
    independent -= article.copy || votes.hasSource(article.source) ? 0 : 1;
  }

  /** Holds an article that is counted already. */
  void hold(HeldArticle article) {
    article.moveTo(this);
    int at = members.size();
    while (at > 0 && members.get(at - 1).sequence > article.sequence) {
      at--;
    }
    members.add(at, article);
    votes.add(article);
  }

  void release(HeldArticle article) {
    members.remove(article);
    votes.remove(article);
  }

  /** Takes over all articles and counts of another story. */
  void absorb(HeldStory other) {
    articles += other.articles;
    copies += other.copies;
    firstAt = other.firstAt.isBefore(firstAt) ? other.firstAt : firstAt;
    lastAt = other.lastAt.isAfter(lastAt) ? other.lastAt : lastAt;
    for (HeldArticle article : List.copyOf(other.members)) {
      other.release(article);
      hold(article);
    }
    independent = Math.max(independent, votes.sources().size());
  }

  /** Topics by the mean of the independent articles' scores, at most 12. */
  List<Label> topics() {
    return votes.topics();
  }

  StoryView view() {
    List<String> names = votes.sources();
    Instant dayBefore = lastAt.minusSeconds(86_400);
    int recent = 0;
    for (HeldArticle member : members) {
      recent += member.at.isAfter(dayBefore) ? 1 : 0;
    }
    List<String> articleIds = new ArrayList<>();
    for (int i = Math.max(0, members.size() - 100); i < members.size(); i++) {
      articleIds.add(members.get(i).articleId);
    }
    return new StoryView(
        id,
        revision,
        state,
        redirectTo,
        headline.text(),
        headline.articleId(),
        firstAt,
        lastAt,
        articles,
        independent,
        copies,
        recent / 24.0,
        names.subList(0, Math.min(50, names.size())),
        votes.languages(),
        votes.topics(),
        votes.entities(),
        latestNews,
        articleIds);
  }

  byte[] toBytes() {
    ByteWriter out = new ByteWriter().raw(VERSION);
    out.text(id).number(revision).raw(state.ordinal()).text(redirectTo.orElse(""));
    out.text(headline.text()).text(headline.articleId()).number(headline.decidedAt());
    out.signed(firstAt.getEpochSecond()).number(firstAt.getNano());
    out.signed(lastAt.getEpochSecond()).number(lastAt.getNano());
    out.number(articles).number(copies).number(independent).flag(thin);
    out.text(latestNews.orElse("")).number(redirects.size());
    redirects.forEach(out::text);
    return out.toBytes();
  }

  static HeldStory fromBytes(byte[] bytes) {
    ByteReader in = new ByteReader(bytes, VERSION, "held story");
    HeldStory story = new HeldStory(in.text(), Instant.EPOCH);
    story.revision = in.number();
    story.state = StoryView.State.values()[in.raw()];
    story.redirectTo = Optional.of(in.text()).filter(target -> !target.isEmpty());
    story.headline = new Headline(in.text(), in.text(), in.integer());
    story.firstAt = Instant.ofEpochSecond(in.signed(), in.number());
    story.lastAt = Instant.ofEpochSecond(in.signed(), in.number());
    story.articles = in.integer();
    story.copies = in.integer();
    story.independent = in.integer();
    story.thin = in.flag();
    story.latestNews = Optional.of(in.text()).filter(news -> !news.isEmpty());
    int redirects = in.integer();
    for (int i = 0; i < redirects; i++) {
      story.redirects.add(in.text());
    }
    return story;
  }
}
