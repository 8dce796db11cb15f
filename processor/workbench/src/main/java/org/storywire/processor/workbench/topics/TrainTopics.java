package org.storywire.processor.workbench.topics;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
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

  @Option(names = "--out", required = true, description = "Directory that receives the model.")
  private Path out;

  /** Runs the command. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new TrainTopics()).execute(args));
  }

  @Override
  public Integer call() throws IOException {
    Taxonomy taxonomy = Taxonomy.load();
    LabelledSets sets = new LabelledSets(data, taxonomy);
    List<Example> examples = lessons(sets);
    TopicModel model = new TopicTraining(taxonomy).train(examples);
    Path file = out.resolve("topic-model.bin");
    try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(file))) {
      model.write(stream);
    }
    System.out.printf(
        "%s: %d features, %d bytes, learned from %d articles%n",
        file, model.features(), Files.size(file), examples.size());
    return 0;
  }

  /** What may be learned from: four fifths of every set. */
  static List<Example> lessons(LabelledSets sets) {
    return Stream.of(sets.all(), sets.incidents(), sets.events())
        .flatMap(List::stream)
        .filter(example -> example.fold() != HELD_OUT)
        .toList();
  }
}
