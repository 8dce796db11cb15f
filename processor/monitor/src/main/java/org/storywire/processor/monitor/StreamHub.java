package org.storywire.processor.monitor;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * All open streams. One thread hands new updates to all of them, a few milliseconds after they
 * arrived, so that updates that come together are written together.
 */
final class StreamHub implements AutoCloseable {

  private static final Duration TOGETHER = Duration.ofMillis(20);
  private static final Duration BEAT = Duration.ofSeconds(10);
  private static final int HISTORIANS = 2;

  private final UpdateLog log;
  private final History history;
  private final Semaphore places;
  private final Set<StreamReader> readers = ConcurrentHashMap.newKeySet();
  private final ExecutorService historians =
      Executors.newFixedThreadPool(HISTORIANS, task -> daemon("monitor-history", task));
  private final Thread pump = daemon("monitor-stream", this::run);
  private final Semaphore arrived = new Semaphore(0);
  private volatile boolean closed;

  /**
   * A hub without streams.
   *
   * @param mostReaders streams open at once [1..]
   */
  StreamHub(UpdateLog log, History history, int mostReaders) {
    this.log = log;
    this.history = history;
    this.places = new Semaphore(mostReaders);
  }

  /** Starts handing out updates. */
  void start() {
    pump.start();
  }

  /** Says that the log has new updates. */
  void updatesArrived() {
    if (arrived.availablePermits() == 0) {
      arrived.release();
    }
  }

  /** Streams open. */
  int readers() {
    return readers.size();
  }

  /**
   * What a reader asks for.
   *
   * @param query which updates it wants
   * @param columns queries whose numbers are put on each update that they want
   */
  record Wish(Query query, List<Query> columns) {
    Wish {
      columns = List.copyOf(columns);
    }
  }

  /** Takes a place for a stream; false if all are taken. */
  boolean reserve() {
    return places.tryAcquire();
  }

  /**
   * Begins a stream, for which a place has been reserved.
   *
   * @param since where the reader stands; empty to begin with what comes next
   * @param unknown true if the reader named a position that is none
   */
  void open(AsyncContext connection, Wish wish, Optional<Position> since, boolean unknown)
      throws IOException {
    Position end = log.end();
    boolean otherLog = unknown || since.isPresent() && !since.get().log().equals(end.log());
    Position from = otherLog ? end : since.orElse(end);
    ServletOutputStream out = connection.getResponse().getOutputStream();
    StreamReader reader =
        new StreamReader(
            new UpdateCursor(log, history, from), wish, connection, out, historians, this::leave);
    reader.say("hello", hello(from));
    if (otherLog) {
      reader.sayGap("the position is not one of this log", 0);
    }
    readers.add(reader);
    out.setWriteListener(reader);
  }

  @Override
  public void close() {
    closed = true;
    pump.interrupt();
    List.copyOf(readers).forEach(StreamReader::close);
    historians.shutdownNow();
  }

  private void leave(StreamReader reader) {
    if (readers.remove(reader)) {
      places.release();
    }
  }

  private void run() {
    long lastBeat = System.nanoTime();
    try {
      while (!closed) {
        if (arrived.tryAcquire(1, TimeUnit.SECONDS)) {
          arrived.drainPermits();
          readers.forEach(StreamReader::pump);
          TimeUnit.NANOSECONDS.sleep(TOGETHER.toNanos());
        }
        if (System.nanoTime() - lastBeat > BEAT.toNanos()) {
          lastBeat = System.nanoTime();
          readers.forEach(StreamReader::beat);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static byte[] hello(Position from) {
    return MonitorJson.bytes(
        json -> {
          json.writeStartObject();
          json.writeStringField("position", from.text());
          json.writeEndObject();
        });
  }

  private static Thread daemon(String name, Runnable task) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }
}
