package org.storywire.docker.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/** The corpus that comes with storywire: an invented week of an invented press. */
public final class SampleCorpus {

  private static final String RESOURCE = "/sample-corpus";

  private SampleCorpus() {}

  /**
   * Reads the corpus's files and directories, which may lie inside a jar.
   *
   * @throws UncheckedIOException if it cannot be read
   */
  public static <T> T read(Function<List<Path>, T> reader) {
    URL url = Objects.requireNonNull(SampleCorpus.class.getResource(RESOURCE), RESOURCE);
    try {
      URI uri = url.toURI();
      if (!uri.getScheme().equals("jar")) {
        return reader.apply(places(Path.of(uri)));
      }
      try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
        return reader.apply(places(jar.getPath(RESOURCE)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("unable to read the sample corpus at " + url, e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("illegal address of the sample corpus: " + url, e);
    }
  }

  private static List<Path> places(Path corpus) {
    return Stream.of("articles.jsonl", "huge.jsonl.gz", "pages").map(corpus::resolve).toList();
  }
}
