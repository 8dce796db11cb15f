package org.storywire.ingest.sources;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.storywire.ingest.feed.Outline;
import org.storywire.ingest.poll.PollState;

/** A source in words; its credentials are left out. */
final class SourceReport {

  private final String id;
  private final SourceSettings settings;
  private final Optional<SourceState> state;
  private final boolean silent;
  private final Instant now;

  /** What is known of a source, and whether it is silent while its peers go on. */
  SourceReport(
      String id,
      SourceSettings settings,
      Optional<SourceState> state,
      boolean silent,
      Instant now) {
    this.id = id;
    this.silent = silent;
    this.settings = settings;
    this.state = state;
    this.now = now;
  }

  /** One line: id, how it does, items so far, when it last had news, address, name. */
  String line() {
    return String.format(
        Locale.ROOT,
        "%s  %-8s %6d items  news %-10s  %s  %s",
        id,
        condition(),
        state.map(s -> s.health().items()).orElse(0L),
        state.flatMap(s -> s.poll().newsAt()).map(this::ago).orElse("never"),
        settings.uri(),
        name());
  }

  /** What it answers now, by name. */
  Map<String, String> ask(SourceCheck check) throws InterruptedException {
    return check.ask(settings, state);
  }

  /** For the list of another reader. */
  Outline outline() {
    String address = settings.uri().toString();
    return new Outline(name().isEmpty() ? address : name(), address, "", "");
  }

  /**
   * All there is to say.
   *
   * @param live what it answers now, by name; empty if it was not asked
   */
  List<String> lines(Map<String, String> live) {
    List<String> lines = new ArrayList<>();
    lines.add(id + "  " + settings.uri());
    add(lines, "name", name());
    add(lines, "full text", settings.fullText().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    if (!live.isEmpty()) {
      lines.add(" now:");
      live.forEach((what, value) -> add(lines, what, value));
      lines.add(" as its reader knows it:");
    }
    add(lines, "state", condition());
    state.ifPresent(known -> addState(lines, known));
    return lines;
  }

  private void addState(List<String> lines, SourceState known) {
    PollState poll = known.poll();
    SourceHealth health = known.health();
    add(lines, "last answer", poll.lastAnswer());
    add(lines, "heard", poll.heardAt().map(this::ago).orElse("never"));
    add(lines, "next", poll.ended() ? "never" : poll.due().isAfter(now) ? in(poll.due()) : "now");
    add(lines, "interval", length(poll.interval()));
    add(lines, "validators", poll.validators().isEmpty() ? "none" : "yes");
    add(lines, "language", health.language());
    add(lines, "robots", health.robots());
    long items = health.items();
    add(lines, "items", items + " (" + items(health) + ")");
    add(lines, "usual", usual(health));
    add(lines, "requests", health.requests() + ", " + health.errors() + " without a feed");
    poll.move().ifPresent(move -> add(lines, "moves to", move.to() + " since " + move.since()));
    if (!poll.address().equals(settings.uri())) {
      add(lines, "asked at", poll.address().toString());
    }
  }

  static String items(SourceHealth health) {
    return (health.items() - health.undated())
        + " with a date, "
        + (health.items() - health.brief())
        + " with full text, "
        + health.brief()
        + " with a summary or less";
  }

  private String condition() {
    if (state.isEmpty()) {
      return "new";
    }
    PollState poll = state.get().poll();
    if (poll.ended()) {
      return "gone";
    }
    if (poll.failures() > 0) {
      return "trouble";
    }
    return silent ? "silent" : "ok";
  }

  private String name() {
    return settings.name().or(() -> state.map(s -> s.health().title())).orElse("");
  }

  static String usual(SourceHealth health) {
    return String.format(Locale.ROOT, "%.2f items an hour", health.itemsPerHour());
  }

  private String ago(Instant at) {
    return ago(at, now);
  }

  static String ago(Instant at, Instant now) {
    return length(Duration.between(at, now)) + " ago";
  }

  private String in(Instant at) {
    return "in " + length(Duration.between(now, at));
  }

  static String length(Duration time) {
    if (time.compareTo(Duration.ofMinutes(2)) < 0) {
      return Math.max(0, time.toSeconds()) + " s";
    }
    if (time.compareTo(Duration.ofHours(2)) < 0) {
      return time.toMinutes() + " min";
    }
    return time.compareTo(Duration.ofDays(2)) < 0 ? time.toHours() + " h" : time.toDays() + " d";
  }

  private static void add(List<String> lines, String what, String value) {
    if (!value.isEmpty()) {
      lines.add(String.format(Locale.ROOT, "  %-12s %s", what, value));
    }
  }
}
