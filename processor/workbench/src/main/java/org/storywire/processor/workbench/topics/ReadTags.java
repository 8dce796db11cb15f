package org.storywire.processor.workbench.topics;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.storywire.processor.text.Document;
import org.storywire.processor.topics.EntityRecogniser;
import org.storywire.processor.topics.NamedEntity;
import org.storywire.processor.topics.Tagger;
import org.storywire.processor.topics.TopicTag;
import org.storywire.processor.workbench.Corpus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints the topics and names of a sample of articles, to be read and judged. */
@Command(
    name = "read",
    mixinStandardHelpOptions = true,
    description = "Prints topics and names of a sample of articles, to be read and judged.")
public final class ReadTags implements Callable<Integer> {

  @Option(names = "--file", required = true, description = "Articles, JSON lines.")
  private Path file;

  @Option(names = "--every", defaultValue = "1", description = "One in so many articles.")
  private int every;

  @Option(names = "--articles", defaultValue = "100", description = "How many articles.")
  private int articles;

  @Option(names = "--language", defaultValue = "en", description = "Their language.")
  private String language;

  @Override
  public Integer call() {
    Tagger tagger = Tagger.load();
    EntityRecogniser recogniser = EntityRecogniser.load();
    List<Corpus.Line> lines = Corpus.read(file);
    int shown = 0;
    for (int i = every - 1; i < lines.size() && shown < articles; i += every) {
      Document document = lines.get(i).document(language);
      System.out.printf("%n%s%n", lines.get(i).title());
      System.out.println(
          tagger.tag(document).stream().map(ReadTags::shown).collect(Collectors.joining("; ")));
      System.out.println(
          recogniser.find(document).stream()
              .map(ReadTags::shown)
              .collect(Collectors.joining("; ")));
      shown++;
    }
    return 0;
  }

  private static String shown(TopicTag tag) {
    return String.format(Locale.ROOT, "%s %.2f", tag.label(), tag.score());
  }

  private static String shown(NamedEntity entity) {
    return String.format(Locale.ROOT, "%s (%s, %d)", entity.name(), entity.kind(), entity.count());
  }
}
