package org.storywire.processor.monitor;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Takes the pictures of the page that the documentation shows, over invented news. Not run with the
 * tests, but by name:
 *
 * <pre>
 * mvn -pl schemas,processor test -Dtest=MonitorPictures -Dsurefire.failIfNoSpecifiedTests=false \
 *     -Dmonitor.pictures=DIRECTORY
 * </pre>
 */
class MonitorPictures {

  @Test
  void take() throws IOException {
    Browser.assumeInstalled();
    Path directory = Path.of(System.getProperty("monitor.pictures", "target/pictures"));
    TestMonitor monitor =
        new TestMonitor(10_000, History.none(), Optional.empty(), Samples.START, 0);
    try (monitor;
        Browser browser = new Browser()) {
      new InventedNews(monitor).tell(Instant.now().truncatedTo(ChronoUnit.MINUTES));
      browser.zone("Europe/Paris");
      browser.size(1280, 860);
      take(browser, monitor, "/", directory.resolve("monitor-light.png"), ".card", 8);
      String columns =
          "/columns?c=topic%3Dmedtop%3A03000000&c=min-sources%3D2&c=q%3D%22calder+bridge%22";
      take(browser, monitor, columns, directory.resolve("monitor-columns.png"), ".card", 5);
      take(browser, monitor, "/health", directory.resolve("monitor-health.png"), ".figure", 8);
      browser.size(1280, 1300);
      take(
          browser,
          monitor,
          "/story/story-flood",
          directory.resolve("monitor-story.png"),
          ".report",
          8);
      browser.run(
          "document.querySelectorAll('.report:nth-child(2) > .report-more > details, .moment:nth-child(3) details')"
              + ".forEach((d) => { d.open = true; })");
      browser.await("the text", () -> !browser.all(".text mark").isEmpty());
      browser.picture(directory.resolve("monitor-evidence.png"));
      browser.dark(true);
      browser.size(1280, 860);
      take(browser, monitor, "/", directory.resolve("monitor-dark.png"), ".card", 8);
      browser.dark(false);
      browser.size(360, 780);
      take(browser, monitor, "/", directory.resolve("monitor-phone.png"), ".card", 8);
      take(
          browser,
          monitor,
          "/story/story-flood",
          directory.resolve("monitor-phone-story.png"),
          ".report",
          8);
    }
    System.out.println("pictures in " + directory.toAbsolutePath());
  }

  private static void take(
      Browser browser, TestMonitor monitor, String path, Path file, String css, int least)
      throws IOException {
    browser.open(monitor.address() + path);
    browser.await(least + " of " + css, () -> browser.all(css).size() >= least);
    browser.await(
        "the stream", () -> path.equals("/health") || browser.text("#feed-state").equals("live"));
    browser.picture(file);
  }
}
