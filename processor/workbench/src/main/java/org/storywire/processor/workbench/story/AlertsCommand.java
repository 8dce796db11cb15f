package org.storywire.processor.workbench.story;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.storywire.processor.story.StoryEvent;
import org.storywire.processor.story.StoryModel;
import org.storywire.processor.story.member.Arrival;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Holds alerts against the judgements kept in the repository. */
@Command(
    name = "alerts",
    description = "Compares alerts on articles that open a story with hand judgements.",
    mixinStandardHelpOptions = true)
public final class AlertsCommand implements Callable<Integer> {

  private static final StoryModel MODEL = StoryModel.shipped();
  private static final String JUDGED = "alerts-judged.tsv";

  @Option(names = "--data", required = true, description = "Directory with the stream-general set.")
  private Path data;

  /** Creates the command; picocli fills the options. */
  public AlertsCommand() {}

  @Override
  public Integer call() throws IOException {
    Map<String, Boolean> judged = judged();
    List<Arrival> arrivals = Stream.general(data, judged::containsKey);
    int hits = 0;
    int alerts = 0;
    int wanted = 0;
    for (Arrival arrival : arrivals) {
      boolean told = alerts(arrival);
      boolean right = judged.get(arrival.articleId());
      hits += told && right ? 1 : 0;
      alerts += told ? 1 : 0;
      wanted += right ? 1 : 0;
      if (told != right) {
        System.out.println((told ? "false  " : "missed ") + arrival.articleId());
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%d articles, %d to alert, %d alerts: precision %.2f, recall %.2f%n",
        arrivals.size(),
        wanted,
        alerts,
        alerts == 0 ? 1 : (double) hits / alerts,
        wanted == 0 ? 1 : (double) hits / wanted);
    return 0;
  }

  /** Whether an article alerts that opens a story. */
  private static boolean alerts(Arrival arrival) {
    boolean[] material = new boolean[1];
    FollowerRun.stories(
        MODEL,
        List.of(arrival),
        (article, followed) ->
            material[0] = followed.events().stream().anyMatch(StoryEvent::material));
    return material[0];
  }

  private static Map<String, Boolean> judged() throws IOException {
    Map<String, Boolean> judged = new HashMap<>();
    try (InputStream stream = AlertsCommand.class.getResourceAsStream(JUDGED);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        String[] cells = line.split("\t");
        if (!line.startsWith("#") && cells.length == 2 && !cells[0].equals("article")) {
          judged.put(cells[0], cells[1].equals("1"));
        }
      }
    }
    return judged;
  }
}
