package org.storywire.processor.monitor;

import io.javalin.http.Context;
import jakarta.servlet.ServletOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
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
   * Turns a request into a stream.
   *
   * @param since where the reader stands; empty to begin with what comes next
   * @param unknown true if the reader named a position that is none
   * @return false if there is no place for another stream
   */
  boolean open(
      Context ctx, Query query, List<Query> columns, Optional<Position> since, boolean unknown) {
    if (!places.tryAcquire()) {
      return false;
    }
    Position end = log.end();
    boolean otherLog = unknown || since.isPresent() && !since.get().log().equals(end.log());
    Position from = otherLog ? end : since.orElse(end);
    ctx.contentType("text/event-stream;charset=utf-8");
    ctx.header("Cache-Control", "no-store");
    ctx.header("X-Accel-Buffering", "no");
    ctx.future(
        () -> {
          CompletableFuture<Void> ended = new CompletableFuture<>();
          ServletOutputStream out = output(ctx);
          StreamReader reader =
              new StreamReader(
                  new UpdateCursor(log, history, from),
                  query,
                  columns,
                  out,
                  historians,
                  () -> ended.complete(null));
          ended.thenRun(() -> leave(reader));
          reader.say("hello", hello(from));
          if (otherLog) {
            reader.sayGap("the position is not one of this log", 0);
          }
          readers.add(reader);
          out.setWriteListener(reader);
          return ended;
        });
    return true;
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

  private static ServletOutputStream output(Context ctx) {
    try {
      return ctx.res().getOutputStream();
    } catch (IOException e) {
      throw new UncheckedIOException("unable to write to a reader", e);
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
