package org.storywire.processor.monitor;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.StringJoiner;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One open stream. Holds no queue: it has a place in the log and takes from there what the
 * connection can carry, so a slow reader costs no memory. One who falls off the log is told that it
 * is behind and goes on from the history.
 */
final class StreamReader implements WriteListener {

  private static final Logger LOG = LoggerFactory.getLogger(StreamReader.class);
  private static final int BATCH_UPDATES = 64;
  private static final int BATCH_BYTES = 32 * 1024;
  private static final int HISTORY_UPDATES = 500;
  private static final long BEHIND = 2_000;

  private final UpdateCursor cursor;
  private final Query query;
  private final List<Query> columns;
  private final AsyncContext connection;
  private final ServletOutputStream out;
  private final Executor historian;
  private final Consumer<StreamReader> onClose;
  private final ByteArrayOutputStream buffer = new ByteArrayOutputStream();
  private List<UpdateLog.Entry> page = List.of();
  private Position written;
  private boolean readingHistory;
  private boolean saidBehind;
  private boolean unflushed;
  private boolean closed;

  /**
   * A stream that begins where its cursor stands.
   *
   * @param historian runs what blocks on the history
   * @param onClose called once when the connection has ended
   */
  StreamReader(
      UpdateCursor cursor,
      StreamHub.Wish wish,
      AsyncContext connection,
      ServletOutputStream out,
      Executor historian,
      Consumer<StreamReader> onClose) {
    this.cursor = cursor;
    this.written = cursor.position();
    this.query = wish.query();
    this.columns = wish.columns();
    this.connection = connection;
    this.out = out;
    this.historian = historian;
    this.onClose = onClose;
  }

  /** Queues an event of its own before anything else is written. */
  synchronized void say(String event, byte[] json) {
    StreamFrame.event(buffer, event, written, json);
  }

  /** Writes what has arrived, as far as the connection carries it now. */
  synchronized void pump() {
    try {
      while (!closed && out.isReady()) {
        if (buffer.size() == 0) {
          fill();
        }
        if (buffer.size() > 0) {
          byte[] bytes = buffer.toByteArray();
          buffer.reset();
          unflushed = true;
          out.write(bytes);
        } else if (unflushed) {
          unflushed = false;
          out.flush();
        } else {
          return;
        }
      }
    } catch (IOException | IllegalStateException e) {
      LOG.debug("a reader went away", e);
      close();
    }
  }

  /** Writes a sign of life, so that both sides notice when the other is gone. */
  synchronized void beat() {
    if (buffer.size() == 0 && !closed) {
      StreamFrame.beat(buffer, written);
      pump();
    }
  }

  /** Ends the stream. */
  synchronized void close() {
    if (!closed) {
      closed = true;
      onClose.accept(this);
      try {
        connection.complete();
      } catch (IllegalStateException e) {
        LOG.debug("the connection had ended already", e);
      }
    }
  }

  @Override
  public void onWritePossible() {
    pump();
  }

  @Override
  public void onError(Throwable cause) {
    LOG.debug("a reader went away", cause);
    close();
  }

  private void fill() {
    while (buffer.size() < BATCH_BYTES) {
      if (!page.isEmpty()) {
        turnPage();
        continue;
      }
      if (readingHistory) {
        return;
      }
      sayIfBehind();
      var held = cursor.fromLog(BATCH_UPDATES);
      if (held.isEmpty()) {
        askHistory();
        return;
      }
      if (held.get().isEmpty() && cursor.atEnd()) {
        sayIfCaughtUp();
        return;
      }
      write(held.get());
      written = cursor.position();
    }
  }

  private void turnPage() {
    int end = Math.min(BATCH_UPDATES, page.size());
    write(page.subList(0, end));
    boolean whole = end == page.size();
    written = whole ? cursor.position() : page.get(end - 1).after();
    page = whole ? List.of() : page.subList(end, page.size());
  }

  private void write(List<UpdateLog.Entry> entries) {
    for (UpdateLog.Entry entry : entries) {
      if (query.matches(entry.update())) {
        StreamFrame.update(buffer, entry, columns.isEmpty() ? null : wanting(entry.update()));
      }
    }
  }

  private String wanting(Update update) {
    StringJoiner numbers = new StringJoiner(",");
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).matches(update)) {
        numbers.add(Integer.toString(i));
      }
    }
    return numbers.toString();
  }

  private void askHistory() {
    readingHistory = true;
    if (!saidBehind) {
      sayBehind();
    }
    historian.execute(this::readHistory);
  }

  private void readHistory() {
    try {
      UpdateCursor.Batch batch = cursor.fromHistory(HISTORY_UPDATES);
      synchronized (this) {
        readingHistory = false;
        if (batch.lost() > 0) {
          // Said at the position before the page, so that a reader cut off here is told again.
          sayGap("the updates are no longer kept", batch.lost());
        }
        page = batch.entries();
        written = page.isEmpty() ? cursor.position() : written;
      }
      pump();
    } catch (RuntimeException e) {
      LOG.warn("unable to read older updates; the stream is ended, the reader will come back", e);
      close();
    }
  }

  /** Says that updates are missing which this stream will never carry. */
  synchronized void sayGap(String reason, long lost) {
    say(
        "gap",
        MonitorJson.bytes(
            json -> {
              json.writeStartObject();
              json.writeStringField("reason", reason);
              json.writeNumberField("lost", lost);
              json.writeEndObject();
            }));
  }

  private void sayIfBehind() {
    if (!saidBehind && cursor.behind() > BEHIND) {
      sayBehind();
    }
  }

  private void sayBehind() {
    saidBehind = true;
    long updates = cursor.behind();
    say("behind", ("{\"updates\":" + updates + "}").getBytes(StandardCharsets.US_ASCII));
  }

  private void sayIfCaughtUp() {
    if (saidBehind) {
      saidBehind = false;
      say("caught-up", "{}".getBytes(StandardCharsets.US_ASCII));
    }
  }
}
