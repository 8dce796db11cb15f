package org.storywire.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.storywire.ingest.poll.Heard.Feed;
import org.storywire.ingest.poll.Heard.Gone;
import org.storywire.ingest.poll.Heard.NotModified;
import org.storywire.ingest.poll.Heard.Trouble;

class PollDecisionTest {

  private static final URI ADDRESS = URI.create("https://paper.example/feed");
  private static final URI MOVED = URI.create("https://paper.example/moved");
  private static final Instant NOW = Instant.parse("2026-03-04T05:00:00Z");
  private static final Validators VALIDATORS =
      new Validators(Optional.of("\"v1\""), Optional.empty());

  private final PollDecision decision = new PollDecision(PollPolicy.DEFAULT);

  @Test
  void shouldAskAtOnceWhenSourceIsNew() {
    assertThat(unasked().due()).isEqualTo(NOW);
    assertThat(unasked().validatorsAt(NOW, PollPolicy.DEFAULT)).isEqualTo(Validators.NONE);
  }

  @Test
  void shouldAskMoreOftenWhenThereIsNewsAndLessWhenThereIsNone() {
    // When
    PollState busy = after(unasked(), feed(3));
    PollState quiet = after(unasked(), feed(0));
    PollState same = after(busy, new NotModified(Duration.ZERO, Optional.empty()));

    // Then
    assertThat(busy.interval()).isEqualTo(Duration.ofSeconds(450));
    assertThat(quiet.interval()).isEqualTo(Duration.ofSeconds(1350));
    assertThat(same.interval()).isEqualTo(Duration.ofSeconds(675));
    assertThat(busy.newsAt()).contains(NOW);
    assertThat(quiet.newsAt()).isEmpty();
  }

  @Test
  void shouldStayWithinBoundsWhenNewsNeverStopsOrNeverComes() {
    // Given
    PollState busy = unasked();
    PollState quiet = unasked();

    // When
    for (int i = 0; i < 20; i++) {
      busy = after(busy, feed(1));
      quiet = after(quiet, new NotModified(Duration.ZERO, Optional.empty()));
    }

    // Then
    assertThat(busy.interval()).isEqualTo(Duration.ofMinutes(5));
    assertThat(quiet.interval()).isEqualTo(Duration.ofHours(6));
  }

  @Test
  void shouldAskHourlyAtMostWhenPublisherSendsNoValidators() {
    // When
    PollState state = after(unasked(), feed(5, Validators.NONE, Duration.ZERO, FeedHints.NONE));

    // Then
    assertThat(wait(state)).isBetween(Duration.ofMinutes(60), Duration.ofMinutes(66));
  }

  @Test
  void shouldAskHourlyAtMostWhenPublisherMindsNoValidators() {
    // When
    PollState state =
        after(
            unasked(),
            new Feed(200, VALIDATORS, Duration.ZERO, FeedHints.NONE, 0, true, Optional.empty()));

    // Then
    assertThat(wait(state)).isBetween(Duration.ofMinutes(60), Duration.ofMinutes(66));
    assertThat(state.validators()).isEqualTo(VALIDATORS);
  }

  @Test
  void shouldWaitWhenAnswerIsFreshOrFeedHasATtl() {
    // When
    PollState fresh = after(unasked(), feed(1, VALIDATORS, Duration.ofHours(2), FeedHints.NONE));
    PollState year = after(unasked(), feed(1, VALIDATORS, Duration.ofDays(365), FeedHints.NONE));
    FeedHints day = new FeedHints(Duration.ofDays(1), Set.of(), Set.of());
    PollState ttl = after(unasked(), feed(1, VALIDATORS, Duration.ZERO, day));

    // Then
    assertThat(wait(fresh)).isBetween(Duration.ofHours(2), Duration.ofMinutes(132));
    assertThat(wait(year)).isBetween(Duration.ofHours(6), Duration.ofMinutes(396));
    assertThat(wait(ttl)).isBetween(Duration.ofHours(24), Duration.ofMinutes(1584));
  }

  @Test
  void shouldPassOverHoursAndDaysWhenFeedSkipsThem() {
    // Given
    FeedHints night = new FeedHints(Duration.ZERO, Set.of(5, 6), Set.of());
    FeedHints wednesday = new FeedHints(Duration.ZERO, Set.of(), Set.of(DayOfWeek.WEDNESDAY));
    FeedHints never =
        new FeedHints(Duration.ZERO, Set.copyOf(IntStream.range(0, 24).boxed().toList()), Set.of());

    // When / Then
    assertThat(after(unasked(), feed(1, VALIDATORS, Duration.ZERO, night)).due())
        .isEqualTo("2026-03-04T07:00:00Z");
    assertThat(after(unasked(), feed(1, VALIDATORS, Duration.ZERO, wednesday)).due())
        .isEqualTo("2026-03-05T00:00:00Z");
    assertThat(wait(after(unasked(), feed(1, VALIDATORS, Duration.ZERO, never))))
        .isLessThan(Duration.ofMinutes(10));
  }

  @Test
  void shouldBackOffWhenTroubleLasts() {
    // When
    PollState once = after(unasked(), trouble(Optional.empty()));
    PollState twice = after(once, trouble(Optional.empty()));
    PollState often = twice;
    for (int i = 0; i < 30; i++) {
      often = after(often, trouble(Optional.empty()));
    }

    // Then
    assertThat(wait(once)).isBetween(Duration.ofMinutes(30), Duration.ofMinutes(33));
    assertThat(wait(twice)).isBetween(Duration.ofMinutes(60), Duration.ofMinutes(66));
    assertThat(wait(often)).isBetween(Duration.ofHours(24), Duration.ofMinutes(1584));
    assertThat(often.failures()).isEqualTo(32);
    assertThat(after(often, feed(1)).failures()).isZero();
  }

  @Test
  void shouldStayAwayWhenPublisherAsksForIt() {
    // When
    PollState days = after(unasked(), trouble(Optional.of(Duration.ofDays(2))));
    PollState seconds = after(unasked(), trouble(Optional.of(Duration.ofSeconds(5))));
    PollState years = after(unasked(), trouble(Optional.of(Duration.ofDays(2000))));

    // Then
    assertThat(wait(days)).isBetween(Duration.ofDays(2), Duration.ofHours(53));
    assertThat(wait(seconds)).isGreaterThanOrEqualTo(Duration.ofMinutes(30));
    assertThat(wait(years)).isBetween(Duration.ofDays(7), Duration.ofDays(8));
  }

  @Test
  void shouldEndWhenSourceIsGone() {
    // When
    PollState state = after(unasked(), new Gone());

    // Then
    assertThat(state.ended()).isTrue();
    assertThat(state.lastAnswer()).isEqualTo("410");
  }

  @Test
  void shouldMoveWhenPermanentRedirectWasTheSameForDays() {
    // When
    PollState first = after(unasked(), movedFeed(MOVED), NOW);
    PollState later = after(first, movedFeed(MOVED), NOW.plus(Duration.ofHours(71)));
    PollState believed = after(later, movedFeed(MOVED), NOW.plus(Duration.ofHours(72)));

    // Then
    assertThat(first.address()).isEqualTo(ADDRESS);
    assertThat(later.address()).isEqualTo(ADDRESS);
    assertThat(believed.address()).isEqualTo(MOVED);
    assertThat(believed.move()).isEmpty();
  }

  @Test
  void shouldBeginAnewWhenRedirectChangesOrIsNoLongerThere() {
    // Given
    URI elsewhere = URI.create("https://other.example/");
    PollState first = after(unasked(), movedFeed(MOVED), NOW);
    Instant dayLater = NOW.plus(Duration.ofDays(1));
    Instant fourDaysLater = NOW.plus(Duration.ofDays(4));

    // When
    PollState back = after(after(first, feed(0), dayLater), movedFeed(MOVED), fourDaysLater);
    PollState other = after(first, movedFeed(elsewhere), fourDaysLater);

    // Then
    assertThat(back.address()).isEqualTo(ADDRESS);
    assertThat(back.move()).contains(new PollState.Move(MOVED, fourDaysLater));
    assertThat(other.address()).isEqualTo(ADDRESS);
    assertThat(other.move()).contains(new PollState.Move(elsewhere, fourDaysLater));
  }

  @Test
  void shouldAskForTheBodyAgainWhenItWasNotModifiedForADay() {
    // Given
    PollState state = after(unasked(), feed(1));

    // When
    PollState same =
        after(state, new NotModified(Duration.ZERO, Optional.empty()), NOW.plusSeconds(600));

    // Then
    assertThat(same.validatorsAt(NOW.plus(Duration.ofHours(23)), PollPolicy.DEFAULT))
        .isEqualTo(VALIDATORS);
    assertThat(same.validatorsAt(NOW.plus(Duration.ofHours(24)), PollPolicy.DEFAULT))
        .isEqualTo(Validators.NONE);
  }

  @Test
  void shouldSpreadSourcesAndAlwaysAlikeWhenIdsDiffer() {
    // When
    Set<Instant> due =
        Set.copyOf(
            IntStream.range(0, 50)
                .mapToObj(i -> decision.after(unasked(), feed(1), "source-" + i, NOW).due())
                .collect(java.util.stream.Collectors.toSet()));

    // Then
    assertThat(due).hasSizeGreaterThan(40);
    assertThat(after(unasked(), feed(1))).isEqualTo(after(unasked(), feed(1)));
  }

  private PollState after(PollState state, Heard heard) {
    return after(state, heard, NOW);
  }

  private PollState after(PollState state, Heard heard, Instant now) {
    return decision.after(state, heard, "paper", now);
  }

  private static PollState unasked() {
    return PollState.unasked(ADDRESS, PollPolicy.DEFAULT, NOW);
  }

  private static Feed feed(int news) {
    return feed(news, VALIDATORS, Duration.ZERO, FeedHints.NONE);
  }

  private static Feed feed(int news, Validators validators, Duration fresh, FeedHints hints) {
    return new Feed(200, validators, fresh, hints, news, false, Optional.empty());
  }

  private static Feed movedFeed(URI to) {
    return new Feed(200, VALIDATORS, Duration.ZERO, FeedHints.NONE, 0, false, Optional.of(to));
  }

  private static Trouble trouble(Optional<Duration> retryAfter) {
    return new Trouble("503", retryAfter);
  }

  private static Duration wait(PollState state) {
    return Duration.between(NOW, state.due());
  }
}
