package org.storywire.processor.workbench.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.storywire.processor.story.StoryModel;
import org.storywire.processor.story.features.StoryFeatureExtractor;
import org.storywire.processor.story.similarity.FrequencyCounter;
import org.storywire.processor.story.similarity.PriorFrequencies;
import org.storywire.processor.workbench.Corpus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes the resources of the story core; the same data give the same bytes. */
@Command(
    name = "train",
    description = "Learns prior frequencies, weights and threshold of story assignment.",
    mixinStandardHelpOptions = true)
public final class TrainStories implements Callable<Integer> {

  private static final int FEWEST_ARTICLES = 4;

  /** Sets of general news by language; but for the English one they hold short texts. */
  private static final Map<String, String> GENERAL =
      Map.of(
          "en", "articles-outlets",
          "es", "topics-general-es",
          "fr", "topics-general-fr",
          "de", "topics-general-de");

  @Option(names = "--data", required = true, description = "Directory with the labelled sets.")
  private Path data;

  @Option(names = "--out", required = true, description = "Directory to write to.")
  private Path out;

  /** Creates the command; picocli fills the options. */
  public TrainStories() {}

  @Override
  public Integer call() throws IOException {
    Map<String, PriorFrequencies> priors = new TreeMap<>();
    for (Map.Entry<String, String> set : GENERAL.entrySet()) {
      priors.put(set.getKey(), frequencies(data.resolve(set.getValue()), set.getKey()));
    }
    StoryModel model = new Trainer(priors).train(StoryLessons.of(data));
    Files.createDirectories(out);
    for (Map.Entry<String, PriorFrequencies> prior : priors.entrySet()) {
      Path file = out.resolve("story-frequencies-" + prior.getKey() + ".bin");
      Files.write(file, prior.getValue().toBytes());
    }
    Files.writeString(out.resolve("story-model.tsv"), model.format());
    return 0;
  }

  /** Frequencies in general news: the sets that stories are scored on are not among it. */
  static PriorFrequencies frequencies(Path folder, String language) {
    StoryFeatureExtractor extractor = new StoryFeatureExtractor();
    FrequencyCounter counter = new FrequencyCounter();
    for (Path file : files(folder)) {
      for (Corpus.Line line : Corpus.read(file)) {
        counter.add(extractor.of(line.document(language)));
      }
    }
    return counter.frequencies(FEWEST_ARTICLES);
  }

  private static List<Path> files(Path folder) {
    try (java.util.stream.Stream<Path> paths = Files.list(folder)) {
      return new ArrayList<>(
          paths.filter(path -> path.toString().contains(".jsonl")).sorted().toList());
    } catch (IOException e) {
      throw new UncheckedIOException("unable to list " + folder, e);
    }
  }
}
