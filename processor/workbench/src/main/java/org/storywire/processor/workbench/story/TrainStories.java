package org.storywire.processor.workbench.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.storywire.processor.story.FrequencyCounter;
import org.storywire.processor.story.PriorFrequencies;
import org.storywire.processor.story.StoryConfig;
import org.storywire.processor.story.StoryFeatureExtractor;
import org.storywire.processor.story.StoryModel;
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

  @Option(names = "--data", required = true, description = "Directory with the labelled sets.")
  private Path data;

  @Option(names = "--out", required = true, description = "Directory to write to.")
  private Path out;

  /** Creates the command; picocli fills the options. */
  public TrainStories() {}

  @Override
  public Integer call() throws IOException {
    PriorFrequencies english = frequencies(data);
    StoryModel model =
        new Trainer(Map.of("en", english))
            .train(List.of(Stream.incidents(data), Stream.ecbPlus(data)));
    Files.createDirectories(out);
    Files.write(out.resolve("story-frequencies-en.bin"), english.toBytes());
    Files.writeString(out.resolve("story-model.tsv"), model.format());
    return 0;
  }

  /** Frequencies in general news: the sets that stories are scored on are not among it. */
  static PriorFrequencies frequencies(Path data) {
    StoryFeatureExtractor extractor = new StoryFeatureExtractor(StoryConfig.defaults());
    FrequencyCounter counter = new FrequencyCounter();
    for (Path file : files(data.resolve("articles-outlets"))) {
      for (Corpus.Line line : Corpus.read(file)) {
        counter.add(extractor.of(line.document("en")));
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
