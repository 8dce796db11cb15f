package org.storywire.processor.workbench.topics;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Examples in a file, so that a second experiment need not read and analyse 400,000 texts again. It
 * holds hashes of words and the headings; delete it when sets, maps or the analysis change.
 */
final class ExampleCache {

  private ExampleCache() {}

  /** What the file holds; where there is none, what the sets hold, which is then written to it. */
  static List<Example> of(Path file, Supplier<List<Example>> sets) {
    try {
      if (!Files.exists(file)) {
        List<Example> examples = sets.get();
        write(file, examples);
        return examples;
      }
      return read(file);
    } catch (IOException e) {
      throw new UncheckedIOException("unable to use example cache " + file, e);
    }
  }

  private static void write(Path file, List<Example> examples) throws IOException {
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16))) {
      out.writeInt(examples.size());
      for (Example e : examples) {
        out.writeUTF(e.id());
        out.writeUTF(e.set());
        out.writeUTF(e.language());
        out.writeUTF(e.heading().length() > 300 ? e.heading().substring(0, 300) : e.heading());
        terms(e.title(), out);
        terms(e.body(), out);
        for (Set<String> codes : List.of(e.labels(), e.primary(), e.further(), e.sure())) {
          out.writeUTF(String.join("\t", new TreeSet<>(codes)));
        }
        out.writeUTF(e.outlet());
        out.writeInt(e.day());
        out.writeInt(e.fold());
      }
    }
  }

  private static void terms(long[] terms, DataOutputStream out) throws IOException {
    out.writeInt(terms.length);
    for (long term : terms) {
      out.writeLong(term);
    }
  }

  private static List<Example> read(Path file) throws IOException {
    Map<String, Set<String>> sets = new HashMap<>();
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
      int count = in.readInt();
      List<Example> examples = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        examples.add(
            new Example(
                in.readUTF(),
                in.readUTF().intern(),
                in.readUTF().intern(),
                in.readUTF(),
                terms(in),
                terms(in),
                codes(in, sets),
                codes(in, sets),
                codes(in, sets),
                codes(in, sets),
                in.readUTF().intern(),
                in.readInt(),
                in.readInt()));
      }
      return examples;
    }
  }

  private static long[] terms(DataInputStream in) throws IOException {
    long[] terms = new long[in.readInt()];
    for (int i = 0; i < terms.length; i++) {
      terms[i] = in.readLong();
    }
    return terms;
  }

  private static Set<String> codes(DataInputStream in, Map<String, Set<String>> sets)
      throws IOException {
    return sets.computeIfAbsent(
        in.readUTF(), text -> text.isEmpty() ? Set.of() : Set.of(text.split("\t")));
  }
}
