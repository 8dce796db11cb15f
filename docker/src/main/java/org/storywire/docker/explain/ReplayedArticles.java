package org.storywire.docker.explain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.specific.SpecificDatumReader;
import org.storywire.docker.replay.ArticleArchive;
import org.storywire.news.Article;
import org.storywire.news.UpdateKind;

/** Articles that a replay wrote into a directory. */
final class ReplayedArticles implements Articles {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path directory;

  ReplayedArticles(Path directory) {
    this.directory = directory;
  }

  @Override
  public void forEach(Consumer<Article> consumer) {
    Path file = directory.resolve(ArticleArchive.FILE);
    try (DataFileReader<Article> reader =
        new DataFileReader<>(file.toFile(), new SpecificDatumReader<>(Article.class))) {
      reader.forEach(consumer);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  @Override
  public Map<UpdateKind, Later> later(String articleId) {
    Path file = directory.resolve("story-updates.jsonl");
    Map<UpdateKind, Later> last = new EnumMap<>(UpdateKind.class);
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.contains(articleId)) {
          continue; // reading every update's evidence would take seconds
        }
        JsonNode update = JSON.readTree(line);
        Optional<UpdateKind> kind = correction(update.path("kind").asText());
        if (kind.isPresent() && update.path("articleId").asText().equals(articleId)) {
          Optional<String> parent = Optional.ofNullable(update.path("copyOf").textValue());
          last.put(
              Articles.subject(kind.get()), new Later(parent, update.path("traceId").asText()));
        }
      }
    } catch (IOException e) {
      throw unreadable(file, e);
    }
    return last;
  }

  /** A kind that only a later release knows corrects nothing, as Avro's readers take it too. */
  private static Optional<UpdateKind> correction(String name) {
    return CORRECTIONS.stream().filter(kind -> kind.name().equals(name)).findFirst();
  }

  private static UncheckedIOException unreadable(Path file, IOException cause) {
    return new UncheckedIOException(
        "unable to read " + file + ", expected the directory of a replay", cause);
  }

  @Override
  public String toString() {
    return directory.toString();
  }
}
