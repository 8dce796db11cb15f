package org.storywire.processor.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.storywire.processor.affair.Membership;
import org.storywire.processor.story.member.Label;
import org.storywire.processor.story.member.Member;
import org.storywire.processor.text.ByteReader;
import org.storywire.processor.text.ByteWriter;

/** A story in the book. What its articles say is counted from them whenever they change. */
final class StoryEntry implements Story {

  private static final int VERSION = 3;
  private static final int MOST_APART = 64;
  private static final Tally NOTHING = new Tally(0, 0, 0, Instant.EPOCH, Instant.EPOCH);

  private final String id;
  private long revision;
  private StoryView.State state = StoryView.State.OPEN;
  private Optional<String> redirectTo = Optional.empty();
  private StoryHeadline headline = StoryHeadline.NONE;
  private String firstHeadline = "";
  private LatestNews latestNews = LatestNews.NONE;
  private boolean thin;
  private final TreeSet<String> redirects = new TreeSet<>();
  private boolean bound;
  private final TreeSet<String> apart = new TreeSet<>();
  private PastMembers past = new PastMembers();
  private Optional<Membership> affair = Optional.empty();

  private final List<Member> members = new ArrayList<>();
  private final Votes votes = new Votes();

  /** Of a story that was merged: what it came to when that happened. */
  private Tally tally = NOTHING;

  StoryEntry(String id) {
    this.id = id;
  }

  @Override
  public String id() {
    return id;
  }

  long nextRevision() {
    return ++revision;
  }

  @Override
  public StoryView.State state() {
    return state;
  }

  void enter(StoryView.State next) {
    state = next;
  }

  Optional<String> redirectTo() {
    return redirectTo;
  }

  @Override
  public SortedSet<String> redirects() {
    return redirects;
  }

  /** Sends those who ask for this story to another. */
  void redirect(String target) {
    state = StoryView.State.MERGED;
    redirectTo = Optional.of(target);
  }

  /** Begins again without articles; revisions go on. */
  void revive() {
    state = StoryView.State.OPEN;
    redirectTo = Optional.empty();
    latestNews = LatestNews.NONE;
    thin = false;
    past = new PastMembers();
  }

  @Override
  public StoryHeadline headline() {
    return headline;
  }

  /** Takes the headline that the story begins with. */
  void begin(StoryHeadline first) {
    headline = first;
    firstHeadline = first.text();
  }

  void headline(StoryHeadline next) {
    headline = next;
  }

  LatestNews latestNews() {
    return latestNews;
  }

  void latestNews(LatestNews next) {
    latestNews = next;
  }

  @Override
  public boolean thin() {
    return thin;
  }

  void thin(boolean next) {
    thin = next;
  }

  @Override
  public List<Member> members() {
    return Collections.unmodifiableList(members);
  }

  @Override
  public Tally tally() {
    return tally;
  }

  @Override
  public boolean bound() {
    return bound;
  }

  void bound(boolean next) {
    bound = next;
  }

  @Override
  public boolean apartFrom(Story other) {
    return parts(other.id()) || other.redirects().stream().anyMatch(this::parts);
  }

  private boolean parts(String storyId) {
    return apart.contains(storyId);
  }

  /** Remembers that an editor told another story apart, or no longer does. */
  void apart(StoryEntry other, boolean apartNow) {
    if (apartNow) {
      apart.add(other.id);
      if (apart.size() > MOST_APART) {
        apart.pollFirst();
      }
    } else {
      apart.remove(other.id);
      apart.removeAll(other.redirects);
    }
  }

  /** The affair it belongs to, whether readers know of it or not; empty if it is a redirect. */
  Optional<Membership> affair() {
    return affair;
  }

  void affair(Optional<Membership> next) {
    affair = next;
  }

  void add(Member article) {
    put(article);
    count();
  }

  void remove(Member article) {
    take(article);
    count();
  }

  /** Puts an article in the place of its like. */
  void replace(Member article, Member next) {
    take(article);
    put(next);
    count();
  }

  /** Lets an article go for want of room; it stays counted. */
  void letGo(Member article) {
    past.add(article);
    remove(article);
  }

  /** Takes over all articles of a story that is merged into this one. */
  void absorb(StoryEntry other) {
    past.addAll(other.past);
    apart.addAll(other.apart);
    other.members.forEach(this::put);
    other.members.forEach(other.votes::remove);
    other.members.clear();
    other.past = new PastMembers();
    count();
  }

  private void put(Member article) {
    int at = members.size();
    while (at > 0 && members.get(at - 1).sequence() > article.sequence()) {
      at--;
    }
    members.add(at, article);
    votes.add(article);
  }

  private void take(Member article) {
    members.remove(article);
    votes.remove(article);
  }

  private void count() {
    tally = members.isEmpty() ? NOTHING : Tally.of(members, votes, past);
  }

  /** Topics by the mean of the independent articles' scores, at most 12. */
  List<Label> topics() {
    return votes.topics();
  }

  StoryView view() {
    List<String> names = votes.sources();
    Instant dayBefore = tally.lastAt().minusSeconds(86_400);
    long recent = members.stream().filter(member -> member.at().isAfter(dayBefore)).count();
    List<Member> latest = members.subList(Math.max(0, members.size() - 100), members.size());
    return new StoryView(
        id,
        revision,
        state,
        redirectTo,
        headline.text(),
        headline.articleId(),
        headline.reason(),
        firstHeadline,
        tally.firstAt(),
        tally.lastAt(),
        tally.articles(),
        tally.independent(),
        tally.copies(),
        recent / 24.0,
        names.subList(0, Math.min(50, names.size())),
        votes.languages(),
        votes.topics(),
        votes.entities(),
        latestNews.sentence(),
        latest.stream().map(member -> member.articleId()).toList(),
        announcedAffair());
  }

  /** The affair that readers know of, as it stands. */
  Optional<Membership> announcedAffair() {
    return affair.filter(Membership::announced).map(Membership::settled);
  }

  byte[] toBytes() {
    ByteWriter out = new ByteWriter().raw(VERSION);
    out.text(id).number(revision).raw(state.ordinal()).text(redirectTo.orElse(""));
    headline.write(out);
    out.text(firstHeadline);
    latestNews.write(out);
    out.flag(thin).number(redirects.size());
    redirects.forEach(out::text);
    past.write(out);
    tally.write(out);
    if (bound || !apart.isEmpty() || affair.isPresent()) { // As ever where there is none of these.
      out.flag(bound).number(apart.size());
      apart.forEach(out::text);
      affair.ifPresent(present -> out.text(present.affairId()).text(present.reason()));
    }
    return out.toBytes();
  }

  /** The story without its articles; they are added one by one. */
  static StoryEntry fromBytes(byte[] bytes) {
    ByteReader in = new ByteReader(bytes, VERSION, "story");
    StoryEntry story = new StoryEntry(in.text());
    story.revision = in.number();
    story.state = StoryView.State.values()[in.raw()];
    story.redirectTo = Optional.of(in.text()).filter(target -> !target.isEmpty());
    story.headline = StoryHeadline.read(in);
    story.firstHeadline = in.text();
    story.latestNews = LatestNews.read(in);
    story.thin = in.flag();
    int redirects = in.count(1);
    for (int i = 0; i < redirects; i++) {
      story.redirects.add(in.text());
    }
    story.past = PastMembers.read(in);
    story.tally = Tally.read(in);
    if (in.more()) {
      story.bound = in.flag();
      for (int left = in.integer(); left > 0; left--) {
        story.apart.add(in.text());
      }
    }
    if (in.more()) {
      story.affair = Optional.of(new Membership(story.id, in.text(), in.text(), Optional.empty()));
    }
    return story;
  }
}
