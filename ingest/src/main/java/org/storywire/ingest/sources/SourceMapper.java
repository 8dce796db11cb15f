package org.storywire.ingest.sources;

import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.storywire.ingest.poll.FeedHints;
import org.storywire.ingest.poll.PollState;
import org.storywire.ingest.poll.Validators;
import org.storywire.news.SeenItem;
import org.storywire.news.Source;

/** Settings and states of sources as records of their topic, and back. */
final class SourceMapper {

  private SourceMapper() {}

  static Source toRecord(String sourceId, SourceSettings settings) {
    return Source.newBuilder()
        .setSourceId(sourceId)
        .setSettings(
            org.storywire.news.SourceSettings.newBuilder()
                .setAddress(settings.address())
                .setName(settings.name().orElse(null))
                .setFullText(org.storywire.news.FullText.valueOf(settings.fullText().name()))
                .setLeastSeconds(seconds(settings.least()))
                .setMostSeconds(seconds(settings.most()))
                .setAddedAt(millis(settings.addedAt()))
                .build())
        .build();
  }

  static SourceSettings toSettings(org.storywire.news.SourceSettings record) {
    return new SourceSettings(
        record.getAddress(),
        Optional.ofNullable(record.getName()),
        SourceSettings.FullText.valueOf(record.getFullText().name()),
        Optional.ofNullable(record.getLeastSeconds()).map(Duration::ofSeconds),
        Optional.ofNullable(record.getMostSeconds()).map(Duration::ofSeconds),
        record.getAddedAt());
  }

  static Source toRecord(String sourceId, SourceState state) {
    PollState poll = state.poll();
    SourceHealth health = state.health();
    return Source.newBuilder()
        .setSourceId(sourceId)
        .setState(
            org.storywire.news.SourceState.newBuilder()
                .setAddress(poll.address().toString())
                .setEtag(poll.validators().etag().orElse(null))
                .setLastModified(poll.validators().lastModified().orElse(null))
                .setTtlSeconds(poll.hints().ttl().toSeconds())
                .setSkipHours(poll.hints().skipHours().stream().sorted().toList())
                .setSkipDays(
                    poll.hints().skipDays().stream().map(DayOfWeek::getValue).sorted().toList())
                .setIntervalSeconds(poll.interval().toSeconds())
                .setDueAt(millis(poll.due()))
                .setHeardAt(millis(poll.heardAt()))
                .setBodyAt(millis(poll.bodyAt()))
                .setNewsAt(millis(poll.newsAt()))
                .setFailures(poll.failures())
                .setLastAnswer(poll.lastAnswer())
                .setMoveTo(poll.move().map(move -> move.to().toString()).orElse(null))
                .setMoveSince(millis(poll.move().map(PollState.Move::since)))
                .setEnded(poll.ended())
                .setTitle(filled(health.title()))
                .setLanguage(filled(health.language()))
                .setRobots(health.robots())
                .setItems(health.items())
                .setUndatedItems(health.undated())
                .setShortItems(health.brief())
                .setRequests(health.requests())
                .setErrors(health.errors())
                .setItemsPerHour(health.itemsPerHour())
                .setSeen(mapped(state.seen().items(), SourceMapper::toRecord))
                .build())
        .build();
  }

  static SourceState toState(org.storywire.news.SourceState record) {
    Optional<PollState.Move> move =
        record.getMoveTo() == null
            ? Optional.empty()
            : Optional.of(
                new PollState.Move(URI.create(record.getMoveTo()), record.getMoveSince()));
    PollState poll =
        new PollState(
            URI.create(record.getAddress()),
            new Validators(
                Optional.ofNullable(record.getEtag()),
                Optional.ofNullable(record.getLastModified())),
            new FeedHints(
                Duration.ofSeconds(record.getTtlSeconds()),
                record.getSkipHours().stream().collect(Collectors.toSet()),
                record.getSkipDays().stream().map(DayOfWeek::of).collect(Collectors.toSet())),
            Duration.ofSeconds(record.getIntervalSeconds()),
            record.getDueAt(),
            Optional.ofNullable(record.getHeardAt()),
            Optional.ofNullable(record.getBodyAt()),
            Optional.ofNullable(record.getNewsAt()),
            record.getFailures(),
            record.getLastAnswer(),
            move,
            record.getEnded());
    SourceHealth health =
        new SourceHealth(
            record.getTitle() == null ? "" : record.getTitle(),
            record.getLanguage() == null ? "" : record.getLanguage(),
            record.getRobots(),
            record.getItems(),
            record.getUndatedItems(),
            record.getShortItems(),
            record.getRequests(),
            record.getErrors(),
            record.getItemsPerHour());
    return new SourceState(
        poll,
        new SeenItems(
            mapped(
                record.getSeen(),
                seen -> new SeenItems.Seen(seen.getId(), seen.getLink(), seen.getContent()))),
        health);
  }

  private static SeenItem toRecord(SeenItems.Seen seen) {
    return new SeenItem(seen.id(), seen.link(), seen.content());
  }

  private static <A, B> List<B> mapped(List<A> list, Function<A, B> mapping) {
    return list.stream().map(mapping).toList();
  }

  private static Integer seconds(Optional<Duration> duration) {
    return duration.map(d -> (int) d.toSeconds()).orElse(null);
  }

  private static Instant millis(Optional<Instant> instant) {
    return instant.map(SourceMapper::millis).orElse(null);
  }

  private static Instant millis(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MILLIS);
  }

  private static String filled(String text) {
    return text.isEmpty() ? null : text;
  }
}
