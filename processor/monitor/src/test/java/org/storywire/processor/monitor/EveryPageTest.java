package org.storywire.processor.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What must hold on every page: narrow screens, readers who cannot see, hostile text. */
class EveryPageTest extends BrowserTest {

  /** One page of each kind. */
  static List<String> pages() {
    return List.of(
        "/",
        "/story/story-flood",
        "/columns?c=min-sources%3D2",
        "/health",
        "/desk",
        "/search?q=calder",
        "/ask?article=f1");
  }

  @Test
  void shouldShowHostileTextAsTextWhenArticlesAreHostile() {
    // Given
    String script = "<img src=x onerror=\"document.title='owned'\"><script>owned()</script>";
    String reversed = "safe \u202Egnihton\u202C \u0007bell";
    Newsroom news = new Newsroom(monitor);
    news.about("s1");
    news.report("s1", "a1", "evil.example\"><b>", Instant.now(), script + reversed, script);
    monitor.take(
        Samples.update("s1", 2)
            .setHeadline(script + reversed)
            .setArticleTitle("click me")
            .setUrl("javascript:document.title='owned'")
            .setAt(Instant.now())
            .build());

    // When
    show("/");
    browser.await("the card", () -> browser.all(".card").size() == 1);
    String card = browser.text(".card h2");
    show("/story/s1");
    browser.await("the tree", () -> browser.all(".tree .report").size() == 1);
    browser.run("document.querySelector('.tree .reading').open = true");
    browser.await("the text", () -> !browser.all(".text mark").isEmpty());

    // Then
    assertThat(card).startsWith(script).contains("\u2060gnihton").doesNotContain("\u202E");
    assertThat(browser.text(".text mark")).isEqualTo(script);
    assertThat(browser.all("main img, main script, main b")).isEmpty();
    assertThat(browser.all("a[href^='javascript']")).isEmpty();
    assertThat(browser.title()).isNotEqualTo("owned");
  }

  @ParameterizedTest
  @MethodSource("pages")
  void shouldNotOverflowWhenScreenIsNarrow(String path) {
    // Given
    new InventedNews(monitor).tell(Instant.now());
    monitor.take(
        Samples.update("wide", 1).setAt(Instant.now()).setHeadline("W".repeat(300)).build());
    browser.size(360, 740);

    // When
    show(path);
    browser.await("the page", () -> browser.all("main > *").size() > 0);
    long width = ((Number) browser.run("return document.documentElement.scrollWidth")).longValue();

    // Then
    assertThat(width).isLessThanOrEqualTo(360);
  }

  @ParameterizedTest
  @ValueSource(ints = {280, 320, 360, 480, 768, 1024, 1280, 1600})
  void shouldClipNoTextOfCardsWhenScreenHasAnyWidth(int width) {
    // Given
    new InventedNews(monitor).tell(Instant.now());
    monitor.take(
        Samples.update("many", 1)
            .setAt(Instant.now())
            .setIndependent(1_234)
            .setCopies(12_345)
            .build());
    browser.size(width, 900);

    for (String path : List.of("/", "/columns?c=min-sources%3D0&c=q%3Dcalder&c=q%3Dferry")) {
      // When
      show(path);
      browser.await("the cards", () -> browser.all(".card").size() > 1);
      Object clipped =
          browser.run(
              """
              return [...document.querySelectorAll('.card')].flatMap((card) => {
                const frame = card.getBoundingClientRect();
                return [...card.querySelectorAll('h2 a, .new, .meta span, time, .counts span, .lately')]
                  .filter((node) => node.textContent !== '')
                  .filter((node) => {
                    const box = node.getBoundingClientRect();
                    return box.left < frame.left - 1 || box.right > frame.right + 1
                      || node.scrollWidth > node.clientWidth + 1 && getComputedStyle(node).display !== 'inline';
                  })
                  .map((node) => node.className + ': ' + node.textContent);
              });
              """);

      // Then
      assertThat((List<?>) clipped).as("%s at %s pixels", path, width).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void shouldHaveNoSeriousFindingWhenAxeLooks(String path) throws IOException {
    // Given
    new InventedNews(monitor).tell(Instant.now());
    show(path);
    browser.await("the page", () -> browser.all("main > *").size() > 0);
    browser.run("document.querySelectorAll('main details').forEach((d) => { d.open = true; })");

    // When
    for (boolean dark : new boolean[] {false, true}) {
      browser.dark(dark);
      List<?> findings = browser.seriousFindings();

      // Then
      assertThat(findings).as("dark=" + dark).isEmpty();
    }
    browser.dark(false);
  }

  @Test
  void shouldAskNobodyElseWhenPageIsOpened() {
    // Given
    new InventedNews(monitor).tell(Instant.now());

    // When
    show("/story/story-flood");
    browser.await("the tree", () -> browser.all(".tree .report").size() == 11);
    Object hosts =
        browser.run(
            "return [...new Set(performance.getEntriesByType('resource')"
                + ".map((entry) => new URL(entry.name).host))]");

    // Then
    assertThat(hosts).isEqualTo(List.of("127.0.0.1:" + monitor.port()));
  }
}
