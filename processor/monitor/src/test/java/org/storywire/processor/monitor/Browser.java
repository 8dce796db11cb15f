package org.storywire.processor.monitor;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
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
import org.openqa.selenium.interactions.Actions;

/** The monitor's page in the machine's own Chromium, driven by its own driver. */
public final class Browser implements AutoCloseable {

  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

  private final ChromeDriver driver;

  /** Starts a browser of 1280 by 900 pixels. */
  public Browser() {
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
    driver =
        new ChromeDriver(
            new ChromeDriverService.Builder()
                .usingDriverExecutable(DRIVER.toFile())
                .withLogOutput(OutputStream.nullOutputStream())
                .build(),
            options);
    driver.executeCdpCommand("Emulation.setTimezoneOverride", Map.of("timezoneId", "Europe/Paris"));
    size(1280, 900);
  }

  /** Skips a test, saying why, where no browser is installed. */
  public static void assumeInstalled() {
    assumeTrue(
        Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER),
        "no Chromium found (Debian: apt-get install chromium chromium-driver)");
  }

  /** Opens a page; returns when it has loaded. */
  public void open(String address) {
    driver.get(address);
  }

  /** Loads the page again. */
  public void reload() {
    driver.navigate().refresh();
  }

  /** The page's address. */
  public String address() {
    return driver.getCurrentUrl();
  }

  /** The page's title. */
  public String title() {
    return driver.getTitle();
  }

  /** Pixels; below 600 wide it is a phone. */
  public void size(int width, int height) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
  }

  /** Whether the reader prefers dark pages. */
  public void dark(boolean dark) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of(
            "features",
            List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
  }

  /** All such elements, in the order of the page. */
  public List<WebElement> all(String css) {
    return driver.findElements(By.cssSelector(css));
  }

  /** Texts of all such elements. */
  public List<String> texts(String css) {
    return all(css).stream().map(WebElement::getText).toList();
  }

  /** The text of the first such element, empty if there is none. */
  public String text(String css) {
    return texts(css).stream().findFirst().orElse("");
  }

  /** What a script returns. */
  public Object run(String script) {
    return driver.executeScript(script);
  }

  /** Keys to whatever has the focus. */
  public void keys(CharSequence... keys) {
    driver.switchTo().activeElement().sendKeys(keys);
  }

  /** Puts the mouse over an element. */
  public void hover(WebElement element) {
    new Actions(driver).moveToElement(element).perform();
  }

  /** The story that has the focus, empty if none has. */
  public String focusedStory() {
    return (String) run("return document.activeElement.closest('.card')?.dataset.story ?? ''");
  }

  /** The story whose card has this headline; waits for it. */
  public String storyOf(String headline) {
    awaitText(".card h2", headline);
    return all(".card").stream()
        .filter(card -> card.getText().contains(headline))
        .map(card -> card.getDomAttribute("data-story"))
        .findFirst()
        .orElseThrow();
  }

  /** Waits until at least so many elements are there. */
  public void awaitCount(String css, int least) {
    await(least + " of " + css, () -> all(css).size() >= least);
  }

  /** Waits until one of the elements contains the text. */
  public void awaitText(String css, String text) {
    await(text + " in " + css, () -> texts(css).stream().anyMatch(shown -> shown.contains(text)));
  }

  /** Waits until something holds; fails naming it if it never does. */
  public void await(String what, BooleanSupplier holds) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!now(holds)) {
      if (System.nanoTime() > end) {
        throw new AssertionError("never: " + what + "; the page says: " + texts("body"));
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

  /** What axe-core finds serious or critical on the page as it is, by rule and place. */
  public List<?> seriousFindings() throws IOException {
    try (InputStream axe = Browser.class.getResourceAsStream("/axe.min.js")) {
      run(new String(axe.readAllBytes(), StandardCharsets.UTF_8));
    }
    return (List<?>)
        driver.executeAsyncScript(
            """
            const done = arguments[arguments.length - 1];
            axe.run(document).then((result) => done(result.violations
              .filter((one) => ['serious', 'critical'].includes(one.impact))
              .map((one) => one.id + ': ' + one.nodes.map((n) => n.html + ' ' + n.failureSummary)
                .slice(0, 3).join(' | '))));
            """);
  }

  /** Takes a picture of the page as a PNG file. */
  public void picture(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
  }

  @Override
  public void close() {
    driver.quit();
  }
}
