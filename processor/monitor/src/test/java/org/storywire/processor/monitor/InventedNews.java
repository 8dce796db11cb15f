package org.storywire.processor.monitor;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.storywire.news.Topic;

/**
 * An invented morning of news: what tests of the page look at and what its pictures show. The same
 * calls give the same records.
 */
final class InventedNews {

  static final Topic DISASTER =
      new Topic("medtop:03000000", "disaster, accident and emergency incident", 0.93, true);
  private static final Topic FLOOD = new Topic("medtop:20000151", "flood", 0.91, false);
  private static final Topic TRANSPORT =
      new Topic("medtop:20000140", "transport accident and incident", 0.88, false);
  static final Topic ECONOMY =
      new Topic("medtop:04000000", "economy, business and finance", 0.9, true);
  private static final Topic RATES = new Topic("medtop:20000372", "interest rate", 0.86, false);
  static final Topic ENVIRONMENT = new Topic("medtop:06000000", "environment", 0.8, true);

  private final TestMonitor monitor;
  private final Newsroom newsroom;

  InventedNews(TestMonitor monitor) {
    this.monitor = monitor;
    this.newsroom = new Newsroom(monitor);
  }

  /** Tells the whole morning, which ends at an instant. */
  void tell(Instant end) {
    Instant start = end.minusSeconds(3 * 3600);
    flood(start);
    bank(start.plusSeconds(1_500));
    ferry(start.plusSeconds(4_000));
    new InventedBriefs(newsroom).tell(start, new Random(7));
    letters(end);
  }

  private void flood(Instant start) {
    newsroom.about("story-flood", FLOOD, DISASTER, ENVIRONMENT);
    newsroom.report(
        "story-flood",
        "f1",
        "calder-wire.example",
        start,
        "River Calder breaks its banks at Mill Street",
        "The River Calder broke its banks at Mill Street shortly before six.",
        "About 400 homes are without power, the grid operator said.");
    newsroom.copy("f1", "f2", "valley-post.example", 4, 1, "River Calder breaks its banks");
    newsroom.copy(
        "f1",
        "f3",
        "northern-courier.example",
        11,
        0.84,
        "Calder floods Mill Street, hundreds without power");
    newsroom.copy("f2", "f4", "newsboard.example", 19, 0.45, "Flood: homes without power");
    newsroom.report(
        "story-flood",
        "f5",
        "radio-calder.example",
        start.plusSeconds(2_400),
        "Evacuation order for three districts along the Calder",
        "The county ordered three districts along the river to be evacuated by noon.",
        "A rest centre has opened in the sports hall at Elm Road.");
    newsroom.copy("f5", "f6", "valley-post.example", 7, 0.92, "Three districts told to leave");
    newsroom.report(
        "story-flood",
        "f7",
        "city-desk.example",
        start.plusSeconds(6_300),
        "Flood crest at Calder Bridge now expected at four",
        "Hydrologists now expect the crest at Calder Bridge at four in the afternoon, two hours later than forecast.");
    newsroom.report(
        "story-flood",
        "f8",
        "calder-wire.example",
        start.plusSeconds(10_200),
        "Calder Bridge closed to all traffic as water rises",
        "Police closed Calder Bridge to all traffic at ten past nine.",
        "The hospital has moved 60 patients to upper floors, its director said.");
    newsroom.copy("f8", "f9", "valley-post.example", 3, 1, "Calder Bridge closed to all traffic");
    newsroom.copy(
        "f8", "f10", "northern-courier.example", 5, 0.78, "Bridge shut, hospital moves patients");
    newsroom.report(
        "story-flood",
        "f11",
        "la-ribera.example",
        start.plusSeconds(10_500),
        "El Calder obliga a cerrar el puente y evacuar tres barrios",
        "El hospital ha trasladado a sesenta pacientes a las plantas superiores.");
  }

  private void bank(Instant start) {
    newsroom.about("story-bank", RATES, ECONOMY);
    newsroom.report(
        "story-bank",
        "b1",
        "ledger.example",
        start,
        "Central bank holds rate at 3.25 percent, signals a cut in May",
        "The central bank left its main rate at 3.25 percent.",
        "Two of nine members voted for a cut, the minutes show.");
    for (int i = 0; i < 9; i++) {
      newsroom.copy(
          "b1",
          "bc" + i,
          "paper" + i + ".example",
          3 + 4 * i,
          i % 3 == 0 ? 1 : 0.9 - i * 0.05,
          i % 3 == 0 ? "Central bank holds rate at 3.25 percent" : "Rates on hold, cut in sight");
    }
    newsroom.report(
        "story-bank",
        "b2",
        "market-hour.example",
        start.plusSeconds(3_000),
        "Bond yields fall after bank hints at May cut",
        "Two-year yields fell 11 basis points within the hour.");
  }

  private void ferry(Instant start) {
    newsroom.about("story-ferry", TRANSPORT, DISASTER);
    newsroom.report(
        "story-ferry",
        "y1",
        "harbour.example",
        start,
        "Ferry with 212 aboard runs aground off Harrow Point",
        "The ferry Saint Brannoc ran aground off Harrow Point at 7.40 with 212 people aboard.");
    newsroom.copy("y1", "y2", "coast-fm.example", 6, 0.7, "Ferry aground off Harrow Point");
    newsroom.report(
        "story-ferry",
        "y3",
        "island-times.example",
        start.plusSeconds(1_900),
        "All passengers taken off grounded ferry",
        "All 212 passengers and crew are safe, the operator said.",
        "Divers will inspect the hull at low water.");
    newsroom.report(
        "story-ferry",
        "y4",
        "city-desk.example",
        start.plusSeconds(6_200),
        "Grounded ferry had steering fault last month, union says",
        "The seafarers' union said the ferry's steering had failed twice in February.");
  }

  private void letters(Instant end) {
    RecordHeaders headers = new RecordHeaders();
    headers.add(
        "__streams.errors.exception",
        "org.storywire.UnreadablePage".getBytes(StandardCharsets.UTF_8));
    headers.add(
        "__streams.errors.message",
        "feed line 812 is no JSON, expected an object".getBytes(StandardCharsets.UTF_8));
    headers.add("__streams.errors.topic", "news.raw-articles.v1".getBytes(StandardCharsets.UTF_8));
    headers.add("__streams.errors.partition", "3".getBytes(StandardCharsets.UTF_8));
    headers.add("__streams.errors.offset", "4711".getBytes(StandardCharsets.UTF_8));
    monitor.health.deadLetter(
        new ConsumerRecord<>(
            "news.dead-letters.v1",
            0,
            1,
            end.toEpochMilli(),
            TimestampType.CREATE_TIME,
            1,
            1,
            "paper2.example".getBytes(StandardCharsets.UTF_8),
            "{\"title\": \"Half a rec".getBytes(StandardCharsets.UTF_8),
            headers,
            Optional.empty()));
  }
}
