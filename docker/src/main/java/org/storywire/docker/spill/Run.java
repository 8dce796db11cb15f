package org.storywire.docker.spill;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.storywire.docker.spill.Sorted.Keyed;

/**
 * Records in order, read one after the other. In a file, a record is: 1, major (8 bytes), minor
 * (4), then text (UTF-8) and value, each after its length (4); 0 ends the file.
 */
final class Run<T> {

  private static final int BUFFER = 1 << 16;

  private final int number;
  private final Iterator<Keyed<T>> records;
  private final Closeable file;
  private Keyed<T> now;

  private Run(int number, Iterator<Keyed<T>> records, Closeable file) {
    this.number = number;
    this.records = records;
    this.file = file;
  }

  /** Sorted records in memory. */
  static <T> Run<T> of(List<Keyed<T>> records, int number) {
    return new Run<>(number, records.iterator(), () -> {});
  }

  /** Opens a file of sorted records. */
  static <T> Run<T> of(Path file, Form<T> form, int number) {
    try {
      DataInputStream in =
          new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER));
      return new Run<>(number, new Reader<>(in, form), in);
    } catch (IOException e) {
      throw new UncheckedIOException("unable to read " + file, e);
    }
  }

  static <T> void write(Path file, List<Keyed<T>> records, Form<T> form) {
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), BUFFER))) {
      for (Keyed<T> keyed : records) {
        out.writeByte(1);
        out.writeLong(keyed.key().major());
        out.writeInt(keyed.key().minor());
        write(out, keyed.key().text().getBytes(StandardCharsets.UTF_8));
        write(out, form.write().apply(keyed.value()));
      }
      out.writeByte(0);
    } catch (IOException e) {
      throw new UncheckedIOException("unable to write " + file + ": " + e.getMessage(), e);
    }
  }

  private static void write(DataOutputStream out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  /** Takes the next record; false if there is none. */
  boolean advance() {
    if (!records.hasNext()) {
      return false;
    }
    now = records.next();
    return true;
  }

  /** Which run it is: the records of an earlier one came before. */
  int number() {
    return number;
  }

  SortKey key() {
    return now.key();
  }

  T value() {
    return now.value();
  }

  void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException("unable to close a file of sorted records", e);
    }
  }

  private static final class Reader<T> implements Iterator<Keyed<T>> {

    private final DataInputStream in;
    private final Form<T> form;
    private boolean more;

    Reader(DataInputStream in, Form<T> form) throws IOException {
      this.in = in;
      this.form = form;
      this.more = in.readByte() == 1;
    }

    @Override
    public boolean hasNext() {
      return more;
    }

    @Override
    public Keyed<T> next() {
      try {
        long major = in.readLong();
        int minor = in.readInt();
        SortKey key = new SortKey(major, minor, new String(bytes(), StandardCharsets.UTF_8));
        T value = form.read().apply(bytes());
        more = in.readByte() == 1;
        return new Keyed<>(key, value);
      } catch (IOException e) {
        throw new UncheckedIOException("unable to read sorted records: " + e.getMessage(), e);
      }
    }

    private byte[] bytes() throws IOException {
      byte[] bytes = new byte[in.readInt()];
      in.readFully(bytes);
      return bytes;
    }
  }
}
