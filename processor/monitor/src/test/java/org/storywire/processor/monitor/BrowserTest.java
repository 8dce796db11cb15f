package org.storywire.processor.monitor;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A monitor of its own for each test, and one browser for all tests of a class. */
abstract class BrowserTest {

  static Browser browser;
  TestMonitor monitor;

  @BeforeAll
  static void open() {
    Browser.assumeInstalled();
    browser = new Browser();
  }

  @AfterAll
  static void quit() {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void start() {
    monitor = new TestMonitor();
    browser.size(1280, 900);
    browser.open("about:blank");
  }

  @AfterEach
  void stop() {
    browser.open("about:blank");
    monitor.close();
  }

  /** Opens a page and waits until it follows the stream. */
  void show(String path) {
    browser.open(monitor.address() + path);
    browser.await("the stream", () -> browser.text("#feed-state").equals("live"));
  }
}
