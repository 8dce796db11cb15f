package org.storywire.docker.live;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** The monitor's page in the machine's own Chromium. Downloads nothing. */
final class LivePage implements AutoCloseable {

  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

  private final ChromeDriver driver;
  private final String address;

  LivePage(String address) {
    ChromeOptions options = new ChromeOptions();
    options.setBinary(CHROMIUM.toFile());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-background-networking",
        "--hide-scrollbars",
        "--lang=en-GB");
    this.driver =
        new ChromeDriver(
            new ChromeDriverService.Builder()
                .usingDriverExecutable(DRIVER.toFile())
                .withLogOutput(OutputStream.nullOutputStream())
                .build(),
            options);
    this.address = address.replaceFirst("/$", "");
    driver.executeCdpCommand("Emulation.setTimezoneOverride", Map.of("timezoneId", "Europe/Paris"));
    size(1280, 860);
  }

  /** Skips a test, saying why, where no browser is installed. */
  static void assumeBrowser() {
    assumeTrue(
        Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER),
        "no Chromium found (Debian: apt-get install chromium chromium-driver)");
  }

  void open(String path) {
    driver.get(address + path);
  }

  void reload() {
    driver.navigate().refresh();
  }

  void size(int width, int height) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
  }

  void dark(boolean dark) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of(
            "features",
            List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
  }

  List<WebElement> all(String css) {
    return driver.findElements(By.cssSelector(css));
  }

  /** Texts of all such elements. */
  List<String> texts(String css) {
    return all(css).stream().map(WebElement::getText).toList();
  }

  Object run(String script) {
    return driver.executeScript(script);
  }

  /** The story whose card has this headline; waits for it. */
  String storyOf(String headline) {
    awaitText(".card h2", headline);
    return all(".card").stream()
        .filter(card -> card.getText().contains(headline))
        .map(card -> card.getDomAttribute("data-story"))
        .findFirst()
        .orElseThrow();
  }

  /** Waits until at least so many elements are there. */
  void awaitCount(String css, int least) {
    await(least + " of " + css, () -> all(css).size() >= least);
  }

  /** Waits until one of the elements contains the text. */
  void awaitText(String css, String text) {
    await(text + " in " + css, () -> texts(css).stream().anyMatch(shown -> shown.contains(text)));
  }

  private void await(String what, BooleanSupplier holds) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!now(holds)) {
      if (System.nanoTime() > end) {
        throw new AssertionError("never: " + what + "; the page says: " + texts("main"));
      }
      LockSupport.parkNanos(LOOK_AGAIN.toNanos());
    }
  }

  private static boolean now(BooleanSupplier holds) {
    try {
      return holds.getAsBoolean();
    } catch (StaleElementReferenceException e) {
      return false; // the page has changed meanwhile
    }
  }

  void picture(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
  }

  @Override
  public void close() {
    driver.quit();
  }
}
