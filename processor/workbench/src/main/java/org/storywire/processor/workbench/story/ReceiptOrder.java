package org.storywire.processor.workbench.story;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.storywire.processor.story.StoryModel;
import org.storywire.processor.story.member.Arrival;
import org.storywire.processor.workbench.Delays;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures what stories owe to the order in which their articles are received. */
@Command(
    name = "order",
    description =
        "Scores stories against labels, and against the order of publication, when articles are"
            + " received late.",
    mixinStandardHelpOptions = true)
public final class ReceiptOrder implements Callable<Integer> {

  private static final List<Integer> HOURS = List.of(0, 1, 6, 24, 72);

  @Option(names = "--data", required = true, description = "Directory with the labelled sets.")
  private Path data;

  @Option(
      names = "--orders",
      defaultValue = "3",
      description = "Shuffled orders for each delay. Default: ${DEFAULT-VALUE}.")
  private int orders;

  /** Creates the command; picocli fills the options. */
  public ReceiptOrder() {}

  @Override
  public Integer call() {
    Stream incidents = Stream.incidents(data);
    Map<String, String> inOrder = stories(incidents.arrivals(), new HashMap<>());
    for (int hours : HOURS) {
      for (int order = 0; order < (hours == 0 ? 1 : orders); order++) {
        Delays delays = new Delays(Duration.ofHours(hours), "order " + order);
        List<Arrival> arrivals =
            incidents.arrivals().stream()
                .sorted(delays.order(Arrival::articleId, Arrival::at))
                .toList();
        Map<String, Boolean> late = new HashMap<>();
        Map<String, String> stories = stories(arrivals, late);
        long lateArticles = late.values().stream().filter(isLate -> isLate).count();
        System.out.printf(
            Locale.ROOT,
            "up to %2d h late, order %d: labels %s; same as in order of publication F1 %.4f; %d of"
                + " %d late%n",
            hours,
            order,
            ClusterScores.of(stories, incidents.gold()),
            ClusterScores.of(stories, inOrder).f1(),
            lateArticles,
            late.size());
      }
    }
    return 0;
  }

  private static Map<String, String> stories(List<Arrival> arrivals, Map<String, Boolean> late) {
    return FollowerRun.stories(
        StoryModel.shipped(),
        arrivals,
        (arrival, followed) -> late.put(arrival.articleId(), followed.late()));
  }
}
