package org.storywire.processor.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.storywire.processor.monitor.EventStream.Event;

class StreamTest {

  private static final int PARTITIONS = 3;

  @Test
  void shouldDeliverEveryUpdateOnceWhenConnectionIsCutThousandTimes() throws IOException {
    // Given two instances that read the same log in different orders, and forget most of it
    FakeLog kafka = new FakeLog(PARTITIONS);
    Random random = new Random(20260302);
    List<String> received = new ArrayList<>();
    String position = Samples.START.text();
    int cuts = 0;
    try (TestMonitor one = new TestMonitor(40, kafka, Optional.empty(), Samples.START, 0);
        TestMonitor other = new TestMonitor(60, kafka, Optional.empty(), Samples.START, 0)) {
      List<TestMonitor> instances = List.of(one, other);

      // When
      while (cuts < 1_000) {
        IntStream.range(0, random.nextInt(12)).forEach(i -> kafka.append(random));
        instances.forEach(instance -> kafka.feedSome(instance, random));
        TestMonitor instance = instances.get(random.nextInt(2));
        position = readUntilCut(instance, position, random, received, kafka);
        cuts++;
      }
      kafka.feedAll(one);
      position = readToEnd(one, position, received, kafka);
    }

    // Then
    assertThat(received).doesNotHaveDuplicates();
    assertThat(received).containsExactlyInAnyOrderElementsOf(kafka.eventIds());
    assertThat(received).hasSizeGreaterThan(4_000);
    assertThat(Position.parse(position)).contains(kafka.end());
  }

  @Test
  void shouldCarryMatchingUpdatesOnlyWhenStreamHasQuery() throws IOException {
    // Given
    try (TestMonitor monitor = new TestMonitor()) {
      for (int i = 0; i < 20; i++) {
        String headline = i % 4 == 0 ? "Flood warning " + i : "Rate decision " + i;
        monitor.take(Samples.update("s" + i, 1).setHeadline(headline).build());
      }

      // When
      String path = "/api/stream?q=flood&since=" + Samples.START.text();
      try (EventStream stream = new EventStream(monitor.port(), path, "")) {
        List<Event> events = new ArrayList<>();
        while (events.size() < 6) {
          events.add(stream.next());
        }

        // Then
        assertThat(events.get(0).name()).isEqualTo("hello");
        assertThat(events.subList(1, 6))
            .allMatch(event -> event.data().contains("\"headline\":\"Flood warning"));
      }
    }
  }

  @Test
  void shouldNumberColumnsWhenQueriesAreNamed() throws IOException {
    // Given
    try (TestMonitor monitor = new TestMonitor()) {
      monitor.take(Samples.update("s1", 1).setHeadline("Flood warning").build());

      // When
      String path =
          "/api/stream?c=q%3Drate&c=q%3Dflood&c=min-sources%3D1&since=" + Samples.START.text();
      try (EventStream stream = new EventStream(monitor.port(), path, "")) {
        stream.next();
        Event update = stream.next();

        // Then
        assertThat(update.data()).startsWith("{\"columns\":[1,2],\"eventId\":");
        assertThat(Http.json(update.data()).get("columns")).hasSize(2);
      }
    }
  }

  @Test
  void shouldSayGapWhenUpdatesAreNoLongerKept() throws IOException {
    // Given
    try (TestMonitor monitor =
        new TestMonitor(10, History.none(), Optional.empty(), Samples.START, 0)) {
      for (int revision = 1; revision <= 50; revision++) {
        monitor.take(Samples.update("s1", revision).build());
      }

      // When
      try (EventStream stream =
          new EventStream(monitor.port(), "/api/stream", Samples.START.text())) {
        List<Event> events = new ArrayList<>();
        while (events.size() < 14) {
          events.add(stream.next());
        }

        // Then
        assertThat(events.subList(0, 4))
            .extracting(Event::name)
            .containsExactly("hello", "behind", "gap", "update");
        assertThat(Http.json(events.get(2).data()).get("lost").asLong()).isEqualTo(40);
        assertThat(Http.json(events.get(3).data()).get("revision").asLong()).isEqualTo(41);
        assertThat(events.get(13).name()).isEqualTo("caught-up");
      }
    }
  }

  @Test
  void shouldSayGapWhenPositionIsOfAnotherLog() throws IOException {
    // Given
    try (TestMonitor monitor = new TestMonitor()) {
      monitor.take(Samples.update("s1", 1).build());

      // When
      try (EventStream stream = new EventStream(monitor.port(), "/api/stream", "other.7-7-7")) {
        Event hello = stream.next();
        Event gap = stream.next();

        // Then
        assertThat(gap.name()).isEqualTo("gap");
        assertThat(gap.data()).contains("not one of this log");
        assertThat(hello.id()).isEqualTo("log1.1-0-0");
      }
    }
  }

  @Test
  void shouldHoldNoMoreWhenReaderDoesNotRead() throws IOException {
    // Given a reader that opens a stream and reads nothing of it
    FakeLog kafka = new FakeLog(PARTITIONS);
    Random random = new Random(5);
    try (TestMonitor monitor = new TestMonitor(200, kafka, Optional.empty(), Samples.START, 0);
        EventStream stuck = new EventStream(monitor.port(), "/api/stream", Samples.START.text())) {
      assertThat(stuck.next().name()).isEqualTo("hello");

      // When far more is written than sockets and the log hold
      for (int i = 0; i < 20_000; i++) {
        kafka.append(random);
      }
      kafka.feedAll(monitor);

      // Then it is told, and gets all of it once it reads
      List<String> received = new ArrayList<>();
      boolean behind = false;
      while (received.size() < 20_000) {
        Event event = stuck.next();
        behind |= event.name().equals("behind");
        if (event.name().equals("update")) {
          received.add(Http.json(event.data()).get("eventId").asText());
        }
      }
      assertThat(behind).isTrue();
      assertThat(received).containsExactlyInAnyOrderElementsOf(kafka.eventIds());
      assertThat(monitor.log.next() - monitor.log.first()).isEqualTo(200);
    }
  }

  @Test
  void shouldEndStreamWhenMonitorCloses() throws IOException {
    // Given
    TestMonitor monitor = new TestMonitor();
    try (EventStream stream = new EventStream(monitor.port(), "/api/stream", "")) {
      stream.next();

      // When
      monitor.close();

      // Then
      assertThatThrownBy(stream::next).isInstanceOf(SocketException.class);
      assertThat(monitor.hub.readers()).isZero();
    }
  }

  @Test
  void shouldRefuseWhenTooManyReadersAreThere() throws IOException {
    // Given
    try (TestMonitor monitor =
            new TestMonitor(10, History.none(), Optional.empty(), Samples.START, 0);
        EventStream only = new EventStream(monitor.port(), "/api/stream", "")) {
      only.next();

      // When
      while (monitor.hub.reserve()) {
        // Every place is taken.
      }
      var answer = Http.get(monitor.address() + "/api/stream");

      // Then
      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }
  }

  /** Reads a random part of the stream, cuts the connection anywhere, even inside an event. */
  private static String readUntilCut(
      TestMonitor instance, String from, Random random, List<String> received, FakeLog kafka)
      throws IOException {
    String position = from;
    try (EventStream stream = new EventStream(instance.port(), "/api/stream", from)) {
      int events = random.nextInt(14);
      for (int i = 0; i < events && !had(instance, position); i++) {
        Event event = stream.next();
        position = event.id().isEmpty() ? position : event.id();
        if (event.name().equals("update")) {
          received.add(Http.json(event.data()).get("eventId").asText());
        }
      }
      stream.readPartOfNext(random.nextInt(400));
    }
    return position;
  }

  private static String readToEnd(
      TestMonitor instance, String from, List<String> received, FakeLog kafka) throws IOException {
    String position = from;
    try (EventStream stream = new EventStream(instance.port(), "/api/stream", from)) {
      while (!position.equals(kafka.end().text())) {
        Event event = stream.next();
        position = event.id();
        if (event.name().equals("update")) {
          received.add(Http.json(event.data()).get("eventId").asText());
        }
      }
    }
    return position;
  }

  /** True if a reader at the position has had all that the instance has read. */
  private static boolean had(TestMonitor instance, String position) {
    return Position.parse(position).orElseThrow().reached(instance.log.end());
  }
}
