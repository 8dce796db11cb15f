package org.storywire.docker.kit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What people who read the sample corpus expect of one of its articles.
 *
 * @param nativeId id of the article in the corpus
 * @param story name of its story, made up by them; not an id in the topics
 * @param verdict {@code original}, {@code copy}, {@code revision}, {@code unchanged}, or {@code
 *     dead-letter} for what is no article
 * @param copyOf native id of the article it copies; empty if it copies none
 */
public record ExpectedArticle(
    String nativeId, String story, String verdict, Optional<String> copyOf) {

  private static final String FILE = "/sample-corpus/expected.tsv";

  /** All articles of the corpus, in the file's order. */
  public static List<ExpectedArticle> all() {
    try (InputStream in =
            Objects.requireNonNull(ExpectedArticle.class.getResourceAsStream(FILE), FILE);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      List<String> columns = Arrays.asList(reader.readLine().split("\t", -1));
      List<ExpectedArticle> all = new ArrayList<>();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        List<String> cells = Arrays.asList(line.split("\t", -1));
        all.add(
            new ExpectedArticle(
                cells.get(columns.indexOf("article")),
                cells.get(columns.indexOf("story")),
                cells.get(columns.indexOf("verdict")),
                Optional.of(cells.get(columns.indexOf("copyOf"))).filter(id -> !id.isEmpty())));
      }
      return List.copyOf(all);
    } catch (IOException e) {
      throw new UncheckedIOException("unable to read " + FILE, e);
    }
  }
}
