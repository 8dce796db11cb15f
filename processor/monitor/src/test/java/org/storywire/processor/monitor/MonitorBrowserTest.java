package org.storywire.processor.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.storywire.news.OverrideKind;
import org.storywire.news.StoryState;
import org.storywire.news.UpdateKind;

/** What a reader sees and does in a real browser. */
class MonitorBrowserTest extends BrowserTest {

  @Test
  void shouldShowGrowAndMergeStoryWhenUpdatesArrive() {
    // Given
    show("/");
    assertThat(browser.all(".card")).isEmpty();

    // When / Then: it appears
    monitor.take(Samples.update("s1", 1).build());
    browser.await("the card", () -> browser.text(".card h2").contains("Ferry runs aground"));
    assertThat(browser.text(".card .counts")).contains("1 independent");

    // When / Then: it grows in place
    monitor.take(
        Samples.update("s1", 2)
            .setNews(List.of(Samples.news("Divers will inspect the hull.")))
            .build());
    browser.await("the growth", () -> browser.text(".card .counts").contains("2 independent"));
    assertThat(browser.text(".card .new")).contains("Divers will inspect the hull.");
    assertThat(browser.all(".card")).hasSize(1);

    // When / Then: another one appears and merges
    monitor.take(Samples.update("s2", 1).setHeadline("Ferry passengers safe").build());
    browser.await("the other card", () -> browser.all(".card").size() == 2);
    monitor.take(
        Samples.story("s2").setRevision(2).setState(StoryState.MERGED).setRedirectTo("s1").build());
    monitor.take(
        Samples.update("s1", 3)
            .setKind(UpdateKind.MERGED)
            .setOtherStoryId("s2")
            .setIndependent(3)
            .setArticleId(null)
            .setSource(null)
            .build());
    browser.await("one card", () -> browser.all(".card").size() == 1);
    assertThat(browser.text(".card .counts")).contains("3 independent");
  }

  @Test
  void shouldMarkNewSentencesAndDrawCopyTreeWhenStoryIsOpened() {
    // Given
    new InventedNews(monitor).tell(Instant.now());

    // When
    show("/story/story-flood");
    browser.await("the tree", () -> browser.all(".tree .report").size() == 11);
    browser.run("document.querySelector('.tree .reading').open = true");
    browser.await("the marks", () -> browser.all(".text mark").size() == 2);

    // Then
    assertThat(browser.all(".tree > .report")).hasSize(5);
    assertThat(browser.text(".text mark"))
        .isEqualTo("The River Calder broke its banks at Mill Street shortly before six.");
    WebElement secondCopy = browser.all(".tree > .report > ul > .report > ul > .report").get(0);
    assertThat(secondCopy.getText()).contains("newsboard.example", "+19 min", "cut", "keeps 45 %");
    assertThat(browser.texts(".timeline > .moment > .moment-what > summary")).contains("2 copies");
  }

  @Test
  void shouldHoldChangesBackWhenReaderHovers() {
    // Given
    new InventedNews(monitor).tell(Instant.now());
    show("/");
    String first = browser.text(".card h2");
    browser.hover(browser.all(".card").get(2));

    // When
    for (int revision = 1; revision <= 4; revision++) {
      monitor.take(
          Samples.update("hot", revision)
              .setAt(Instant.now())
              .setHeadline("Bridge opens again")
              .build());
    }
    browser.await("the button", () -> browser.text(".waiting").equals("1 new"));
    String heldBack = browser.text(".card h2");
    browser.all(".waiting").get(0).click();

    // Then
    browser.await("the change", () -> browser.text(".card h2").equals("Bridge opens again"));
    assertThat(heldBack).isEqualTo(first);
  }

  @Test
  void shouldStayShortWhenStoryHasManyArticles() {
    // Given
    Newsroom newsroom = new Newsroom(monitor);
    Instant start = Instant.now().minusSeconds(40_000);
    String padding =
        " and so on for as long as such a sentence in a report may well become".repeat(3);
    for (int i = 0; i < 19; i++) {
      String[] facts = new String[6];
      for (int j = 0; j < facts.length; j++) {
        facts[j] = "Fact " + j + " of report " + i + padding + ".";
      }
      newsroom.report(
          "long",
          "r" + i,
          "paper" + i + ".example",
          start.plusSeconds(i * 1_800L),
          "Part " + i,
          facts);
    }
    for (int i = 0; i < 9; i++) {
      newsroom.copy("r18", "c" + i, "copier" + i + ".example", i + 1, 1, "Part 18");
    }

    // When
    show("/story/long");
    browser.await("the tree", () -> browser.all(".tree .report").size() == 28);
    long height =
        ((Number) browser.run("return document.documentElement.scrollHeight")).longValue();
    List<String> folds = browser.texts(".story-parts summary");

    // Then
    assertThat(height).isLessThan(4_500);
    assertThat(folds).contains("9 copies", "3 more", "12 earlier events", "7 more reports");
  }

  @Test
  void shouldMarkAndFoldOpinionWhenOutletMarksIt() {
    // Given
    Newsroom newsroom = new Newsroom(monitor);
    newsroom.report("s", "a1", "paper.example", Instant.now(), "Rates on hold", "The rate stays.");
    newsroom.report(
        "s", "a2", "paper.example", Instant.now(), "Opinion: Rates must fall", "They must.");
    show("/story/s");
    browser.await("the reports", () -> browser.all(".tree .report").size() == 2);
    List<String> marked = browser.texts(".tree .opinion .flag");

    // When
    browser.all(".legend input").get(0).click();

    // Then
    assertThat(marked).containsExactly("opinion");
    assertThat(browser.all(".tree .opinion").get(0).isDisplayed()).isFalse();
    browser.reload();
    browser.await("the reports", () -> browser.all(".tree .report").size() == 2);
    assertThat(browser.all(".timeline .opinion").get(0).isDisplayed()).isFalse();
    browser.run("localStorage.clear()");
  }

  @Test
  void shouldLeaveSinglesOutWhenReaderFoldsThem() {
    // Given
    monitor.take(Samples.update("one", 1).setAt(Instant.now()).setHeadline("Only here").build());
    monitor.take(
        Samples.update("two", 1)
            .setAt(Instant.now())
            .setIndependent(2)
            .setHeadline("Here and there")
            .build());
    show("/");
    browser.await("both", () -> browser.all(".card").size() == 2);

    // When
    browser.all(".legend input").get(0).click();

    // Then
    browser.await("one of them", () -> browser.all(".card").size() == 1);
    assertThat(browser.text(".card h2")).isEqualTo("Here and there");
    browser.run("localStorage.clear()");
  }

  @Test
  void shouldSendArticleOutAndTakeItBackWhenReaderIsEditor() {
    // Given
    new InventedNews(monitor).tell(Instant.now());
    show("/story/story-flood");
    browser.await("the tree", () -> browser.all(".tree .report").size() == 11);
    assertThat(browser.all(".tools")).isEmpty();
    show("/story/story-flood?token=" + TestMonitor.EDITOR);
    browser.await("the tools", () -> browser.all(".tools button").size() == 2);
    assertThat(browser.address()).doesNotContain("token");

    // When / Then: sent out
    browser.all(".tree .report-more button").get(0).click();
    browser.await("the preview", () -> browser.text("dialog[open] .says").contains("leaves"));
    browser.keys("another river", Keys.ENTER);
    browser.await("the decision", () -> monitor.decided.size() == 1);
    assertThat(monitor.decided.get(0).getArticleIds()).containsExactly("f1");
    assertThat(monitor.decided.get(0).getReason()).isEqualTo("another river");

    // When / Then: a copy is none
    browser.run(
        "[...document.querySelectorAll('.tree .copied .report-more button')]"
            + ".find((b) => b.textContent === 'Not a copy').click()");
    browser.await("the preview", () -> browser.text("dialog[open] .says").contains("of its own"));
    browser.keys(Keys.ENTER);
    browser.await("the decision", () -> monitor.decided.size() == 2);
    assertThat(monitor.decided.get(1).getKind()).isEqualTo(OverrideKind.NOT_COPY);

    // When / Then: taken back
    browser.await("the log", () -> browser.text(".decisions summary").contains("(2)"));
    browser.run("document.querySelector('.decisions').open = true");
    browser.all(".decisions button").get(0).click();
    browser.await("the preview", () -> browser.text("dialog[open] .says").contains("Takes back"));
    browser.keys(Keys.ENTER);
    browser.await("the undoing", () -> monitor.decided.size() == 3);
    assertThat(monitor.decided.get(2).getUndoes())
        .isEqualTo(monitor.decided.get(1).getOverrideId());
  }

  @Test
  void shouldShowWhoHadItFirstWhenPassageIsPasted() {
    // Given
    new InventedNews(monitor).tell(Instant.now());
    show("/ask");
    browser.await("the form", () -> browser.all("#passage").size() == 1);

    // When
    browser
        .all("#passage")
        .get(0)
        .sendKeys("The River Calder broke its banks at Mill Street shortly before six. <b>");
    browser.all(".ask button").get(0).click();
    browser.await("the answer", () -> browser.text(".verdict").contains("calder-wire.example"));
    browser.all(".carrier summary").get(0).click();

    // Then
    assertThat(browser.text(".verdict")).contains("1 independent report");
    assertThat(browser.texts(".carrier .source")).contains("valley-post.example");
    assertThat(browser.texts(".beside mark").get(0))
        .isEqualTo("The River Calder broke its banks at Mill Street shortly before six");
    assertThat(browser.all(".beside b")).isEmpty();
  }

  @Test
  void shouldShowStoryAsItWasWhenSliderIsMoved() {
    // Given
    Instant start = Instant.now().minusSeconds(3_000);
    for (int revision = 1; revision <= 3; revision++) {
      monitor.take(
          Samples.update("s", revision)
              .setAt(start.plusSeconds(600L * revision))
              .setHeadline("Headline " + revision)
              .build());
    }
    show("/story/s");
    browser.await("the slider", () -> browser.all("#life").size() == 1);
    assertThat(browser.text(".life output")).isEqualTo("now");

    // When / Then: back by the keyboard
    browser.all("#life").get(0).sendKeys(Keys.HOME);
    browser.await("the beginning", () -> browser.text(".story h1").equals("Headline 1"));
    assertThat(browser.text(".since-then")).contains("1 → 3 independent sources", "Headline 3");
    assertThat(browser.address()).contains("as-of=");
    browser.reload();
    browser.await("the same", () -> browser.text(".story h1").equals("Headline 1"));

    // When / Then: to now again
    browser.all(".life button").get(0).click();
    browser.await("the end", () -> browser.text(".story h1").equals("Headline 3"));
    assertThat(browser.address()).doesNotContain("as-of");

    // When / Then: all stories of that time
    show("/?as-of=" + start.plusSeconds(1_300));
    browser.await("the card", () -> browser.text(".card h2").equals("Headline 2"));
  }

  @Test
  void shouldTellOnDesktopWhenColumnBringsMaterialNews() {
    // Given
    monitor.take(Samples.update("s1", 1).setAt(Instant.now()).build());
    show("/columns?c=q%3Dferry&c=q%3Dtram");
    browser.await("the columns", () -> browser.all(".column").size() == 2);
    browser.run(
        """
        window.told = [];
        window.Notification = class {
          static permission = 'granted';
          static requestPermission = async () => 'granted';
          constructor(title, { body }) { window.told.push(title + ': ' + body); }
        };
        """);
    browser.all(".bell").get(0).click();
    browser.await("the bell", () -> browser.all(".bell[aria-pressed=true]").size() == 1);

    // When
    monitor.take(
        Samples.update("t1", 1)
            .setAt(Instant.now())
            .setHeadline("Tram derails")
            .setArticleTitle(null)
            .build());
    monitor.take(Samples.update("s1", 2).setAt(Instant.now()).setMaterial(false).build());
    monitor.take(
        Samples.update("s1", 3)
            .setAt(Instant.now())
            .setHeadline("Ferry afloat")
            .setNews(List.of(Samples.news("Tugs pulled it free.")))
            .build());
    browser.await("the alert", () -> !((List<?>) browser.run("return told")).isEmpty());

    // Then
    assertThat(browser.run("return told")).isEqualTo(List.of("Ferry afloat: Tugs pulled it free."));
    browser.run("localStorage.clear()");
  }

  @Test
  void shouldShowColumnsAgainWhenReaderComesBack() {
    // Given
    show("/columns?c=q%3Dferry&c=q%3Dtram");
    browser.await("the columns", () -> browser.all(".column").size() == 2);

    // When
    browser.run("document.querySelector('[aria-label=\"Remove column 1\"]').click()");
    browser.await("one column", () -> browser.all(".column").size() == 1);
    show("/columns");

    // Then
    browser.await("the column", () -> browser.all(".column").size() == 1);
    assertThat(browser.address()).endsWith("/columns?c=q%3Dtram");
    browser.run("localStorage.clear()");
  }

  @Test
  void shouldHoldStoryStillWhenReaderPointsAtIt() {
    // Given
    new InventedNews(monitor).tell(Instant.now());
    show("/story/story-flood");
    browser.await("the tree", () -> browser.all(".tree .report").size() == 11);
    browser.hover(browser.all(".timeline .moment").get(0));
    Object before = browser.run("return document.querySelector('.timeline .moment').textContent");

    // When
    monitor.take(
        Samples.update("story-flood", 12)
            .setAt(Instant.now())
            .setArticleTitle("Crest has passed")
            .build());
    browser.await("the button", () -> browser.text(".waiting").equals("1 new"));
    Object meanwhile =
        browser.run("return document.querySelector('.timeline .moment').textContent");
    browser.all(".waiting").get(0).click();

    // Then
    assertThat(meanwhile).isEqualTo(before);
    browser.await(
        "the event", () -> browser.text(".timeline .moment").contains("Crest has passed"));
  }

  @Test
  void shouldFillColumnsByQueryWhenAddressNamesThem() {
    // Given
    new InventedNews(monitor).tell(Instant.now());
    show("/columns?c=topic%3Dmedtop%3A20000151&c=q%3Drate+-ferry");
    browser.await("columns", () -> browser.all(".column").size() == 2);
    browser.await("cards", () -> browser.all(".column .card").size() == 2);

    // When a matching story arrives, and one that does not
    monitor.take(
        Samples.update("new", 1)
            .setAt(Instant.now())
            .setHeadline("Rate of crime falls")
            .setArticleTitle(null)
            .build());
    monitor.take(
        Samples.update("not", 1).setAt(Instant.now()).setHeadline("Ferry rate rises").build());

    // Then
    browser.await("the new card", () -> browser.all(".column .card").size() == 3);
    assertThat(browser.all(".column").get(1).getText()).contains("Rate of crime falls");
    assertThat(browser.all(".column").get(0).getText()).contains("River Calder");
    browser.reload();
    browser.await("the same after a reload", () -> browser.all(".column .card").size() == 3);
  }

  @Test
  void shouldMakeColumnWhenFormIsFilledIn() {
    // Given
    new InventedNews(monitor).tell(Instant.now());
    show("/columns");
    browser.await("the page", () -> !browser.all("#add-column").isEmpty());

    // When
    browser.all("#add-column").get(0).click();
    browser.await("the form", () -> !browser.all("dialog[open] input[name=q]").isEmpty());
    browser.keys("calder bridge");
    browser.keys(Keys.ENTER);

    // Then
    browser.await("the column", () -> browser.all(".column .card").size() == 1);
    assertThat(browser.address()).endsWith("/columns?c=q%3Dcalder%2Bbridge");
  }

  @Test
  void shouldKeepPlaceAndMissNothingWhenMonitorRestarts() {
    // Given
    new InventedNews(monitor).tell(Instant.now());
    show("/");
    int port = monitor.port();
    Position end = monitor.log.end();
    browser.keys("j", "j", "j");
    String focused = browser.focusedStory();

    // When the monitor goes away, and another one reads on
    monitor.close();
    browser.await("the cut", () -> browser.text("#feed-state").equals("cut off"));
    monitor = new TestMonitor(1_000, History.none(), Optional.empty(), end, port);
    monitor.take(
        0,
        end.next(0),
        Samples.update("later", 1).setAt(Instant.now()).setHeadline("Said while away").build());

    // Then
    browser.await("the stream", () -> browser.text("#feed-state").equals("live"));
    browser.await("news waits", () -> browser.text(".waiting").equals("1 new"));
    assertThat(browser.focusedStory()).isEqualTo(focused);
  }

  @Test
  void shouldKeepPlaceWhenPageIsReloaded() {
    // Given
    new InventedNews(monitor).tell(Instant.now());
    browser.size(1280, 400);
    show("/");
    browser.keys("j", "j", "j", "j", "j", "j", "j");
    String focused = browser.focusedStory();
    long scrolled = ((Number) browser.run("return Math.round(scrollY)")).longValue();

    // When
    browser.reload();
    browser.await("cards", () -> browser.all(".card").size() > 7);

    // Then
    browser.await("the focus", () -> focused.equals(browser.focusedStory()));
    assertThat(scrolled).isPositive();
    assertThat(((Number) browser.run("return Math.round(scrollY)")).longValue())
        .isEqualTo(scrolled);
  }

  @Test
  void shouldWorkByKeyboardAloneWhenThereIsNoMouse() {
    // Given
    new InventedNews(monitor).tell(Instant.now());
    show("/");

    // When / Then: walk, open, come back
    browser.keys("j", "j", "k", "j");
    String second = browser.all(".card").get(1).getDomAttribute("data-story");
    assertThat(browser.focusedStory()).isEqualTo(second);
    browser.keys(Keys.ENTER);
    browser.await("the story", () -> !browser.all("article.story").isEmpty());
    assertThat(browser.address()).endsWith("/story/" + second);
    browser.keys("u");
    browser.await("the list", () -> browser.all(".card").size() > 5);
    browser.await("the place", () -> second.equals(browser.focusedStory()));

    // When / Then: search
    browser.keys("/");
    browser.keys("otters", Keys.ENTER);
    browser.await("the find", () -> browser.address().endsWith("/search?q=otters"));
    browser.await("the card", () -> browser.all(".card").size() == 1);

    // When / Then: help
    browser.run("document.activeElement.blur()");
    browser.keys("?");
    browser.await("help", () -> !browser.all("#help[open]").isEmpty());
    browser.keys(Keys.ESCAPE);
    browser.await("no help", () -> browser.all("#help[open]").isEmpty());
  }
}
