package org.storywire.docker.live;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.storywire.processor.monitor.Browser;

/**
 * Takes the README's pictures of the live view over the sample corpus. Not run with the tests, but
 * by name; the directory is one of this module's:
 *
 * <pre>
 * mvn test -Dtest=LivePictures -Dsurefire.failIfNoSpecifiedTests=false -Dpictures=pictures
 * </pre>
 */
class LivePictures {

  @Test
  void take() throws IOException {
    Browser.assumeInstalled();
    Path directory = Path.of(System.getProperty("pictures", "target/pictures"));
    try (LiveDemo demo = new LiveDemo();
        Browser page = new Browser()) {
      demo.feedSampleCorpus();
      page.open(demo.address() + "/");
      page.awaitText(".card h2", "Odalys");
      page.awaitCount(".card", 20);
      page.picture(directory.resolve("now-light.png"));
      page.dark(true);
      page.open(
          demo.address() + "/columns?c=topic%3Dmedtop%3A03000000&c=min-sources%3D3&c=q%3Dkestria");
      page.awaitCount(".column .card", 5);
      page.picture(directory.resolve("columns-dark.png"));
      page.dark(false);
      page.size(360, 780);
      page.open(demo.address() + "/");
      page.awaitCount(".card", 20);
      page.picture(directory.resolve("now-phone.png"));
      page.size(1280, 1400);
      demo.showStory(page, "calder+bridge", "Calder Street Bridge");
      page.awaitCount(".tree .report", 5);
      page.picture(directory.resolve("story.png"));
    }
  }
}
