package org.storywire.processor.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.storywire.news.StoryUpdate;

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

  private record Event(String id, String name, String data) {}

  /** A client of the stream over a bare socket, so that it can be cut anywhere. */
  private static final class EventStream implements AutoCloseable {

    private final Socket socket;
    private final BufferedReader lines;

    EventStream(int port, String path, String lastEventId) throws IOException {
      socket = new Socket("127.0.0.1", port);
      socket.setSoTimeout(20_000);
      String request =
          "GET "
              + path
              + " HTTP/1.0\r\nHost: 127.0.0.1\r\n"
              + (lastEventId.isEmpty() ? "" : "Last-Event-ID: " + lastEventId + "\r\n")
              + "\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      lines =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      String status = lines.readLine();
      assertThat(status).contains("200");
      while (!lines.readLine().isEmpty()) {
        // Headers.
      }
    }

    /** The next event that has a name. */
    Event next() throws IOException {
      String id = "";
      String name = "";
      String data = "";
      for (String line = lines.readLine(); ; line = lines.readLine()) {
        if (line == null) {
          throw new SocketException("the stream ended");
        }
        if (line.isEmpty()) {
          if (!name.isEmpty()) {
            return new Event(id, name, data);
          }
        } else if (line.startsWith("id: ")) {
          id = line.substring(4);
        } else if (line.startsWith("event: ")) {
          name = line.substring(7);
        } else if (line.startsWith("data: ")) {
          data = line.substring(6);
        }
      }
    }

    void readPartOfNext(int characters) throws IOException {
      for (int i = 0; i < characters && lines.ready(); i++) {
        lines.read();
      }
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  /** A log of updates that keeps everything, as Kafka would. */
  private static final class FakeLog implements History {

    private final List<List<StoryUpdate>> partitions = new ArrayList<>();

    FakeLog(int count) {
      for (int i = 0; i < count; i++) {
        partitions.add(new ArrayList<>());
      }
    }

    synchronized void append(Random random) {
      int partition = random.nextInt(partitions.size());
      int number = partitions.get(partition).size() + 1;
      partitions.get(partition).add(Samples.update("s" + partition, number).build());
    }

    /** Lets an instance read a random number of records of each partition. */
    void feedSome(TestMonitor instance, Random random) {
      for (int partition = 0; partition < partitions.size(); partition++) {
        feed(instance, partition, random.nextInt(9));
      }
    }

    void feedAll(TestMonitor instance) {
      for (int partition = 0; partition < partitions.size(); partition++) {
        feed(instance, partition, Integer.MAX_VALUE);
      }
    }

    synchronized List<String> eventIds() {
      return partitions.stream().flatMap(List::stream).map(StoryUpdate::getEventId).toList();
    }

    synchronized Position end() {
      return new Position("log1", partitions.stream().map(list -> (long) list.size()).toList());
    }

    @Override
    public synchronized Page read(Position from, Position to, int most) {
      List<UpdateLog.Entry> entries = new ArrayList<>();
      Position at = from;
      for (int partition = 0; partition < partitions.size(); partition++) {
        for (long offset = from.next(partition);
            offset < to.next(partition) && entries.size() < most;
            offset++) {
          at = at.after(partition, offset);
          StoryUpdate record = partitions.get(partition).get((int) offset);
          Update update = new Update(partition, offset, record, new Interner());
          entries.add(new UpdateLog.Entry(update, at));
        }
      }
      return new Page(entries, at, 0);
    }

    private void feed(TestMonitor instance, int partition, int most) {
      long offset = instance.log.end().next(partition);
      for (int i = 0; i < most; i++, offset++) {
        StoryUpdate record;
        synchronized (this) {
          if (offset >= partitions.get(partition).size()) {
            return;
          }
          record = partitions.get(partition).get((int) offset);
        }
        instance.take(partition, offset, record);
      }
    }
  }
}
