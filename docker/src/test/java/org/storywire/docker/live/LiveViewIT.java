package org.storywire.docker.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.openqa.selenium.Keys;
import org.storywire.processor.monitor.Browser;

/** What an editor sees in a browser of what the demo's pipeline makes of articles. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LiveViewIT {

  private static LiveDemo demo;
  private static Browser page;

  @BeforeAll
  static void start() {
    Browser.assumeInstalled();
    demo = new LiveDemo();
    page = new Browser();
  }

  @AfterAll
  static void stop() {
    if (page != null) {
      page.close();
    }
    if (demo != null) {
      demo.close();
    }
  }

  @BeforeEach
  void desk() {
    page.size(1280, 900);
  }

  @Test
  @Order(1)
  void shouldShowStoriesWhileTheyUnfoldWhenArticlesAreFed() throws IOException {
    // Given an open page, and nothing known
    show("/");
    assertThat(page.all(".card")).isEmpty();

    // When one outlet reports
    demo.feed(
        """
        {"id":"mast-1","published":"2026-02-20T08:00:00Z","source":"morrowmail.example","title":"Radio mast topples at Morrow Head","body":"The 90-metre radio mast at Morrow Head toppled into a field of barley at dawn on Friday. Nobody was hurt, said station keeper Ilse Brandauer. The mast carried the signal of the coastguard and of three broadcasters."}
        """);

    // Then a card appears without a reload
    page.awaitText(".card h2", "Radio mast topples at Morrow Head");
    page.awaitText(".card .counts", "1 independent");

    // When a second outlet adds something
    demo.feed(
        """
        {"id":"mast-2","published":"2026-02-20T09:30:00Z","source":"dunmorepost.example","title":"Coastguard without radio after mast falls at Morrow Head","body":"The coastguard lost its radio when the mast at Morrow Head toppled on Friday. Engineers found that a stay of the 90-metre mast had rusted through, said station keeper Ilse Brandauer. A lorry with a spare aerial is to arrive on Saturday."}
        """);

    // Then the story grows in place
    page.awaitText(".card .counts", "2 independent");
    assertThat(page.texts(".card")).hasSize(1);
  }

  @Test
  @Order(2)
  void shouldShowTwoStoriesBecomeOneWhenAReportTellsThatTheyAre() throws IOException {
    // Given a terminal without power, and a ferry that can't dock
    demo.feedSample("strandhaven-power-01", "strandhaven-ferry-01");
    demo.feedSample("strandhaven-power-02", "strandhaven-ferry-02");
    show("/");
    String blackout = page.storyOf("Container terminal at a standstill");
    String ferry = page.storyOf("Ferry Aurelia holds off the coast");
    assertThat(ferry).isNotEqualTo(blackout);

    // When the wire reports that the one is why of the other
    demo.feedSample("strandhaven-joint-01");

    // Then one story goes on, and both addresses lead to it
    page.open(demo.address() + "/story/" + ferry);
    page.awaitCount(".tree .report", 5);
    page.awaitText(".moment-title", "One story with");
    String goesOn = page.address();
    page.open(demo.address() + "/story/" + blackout);
    page.awaitCount(".tree .report", 5);
    assertThat(page.address()).isEqualTo(goesOn);
  }

  @Test
  @Order(3)
  void shouldDrawCopyTreeWhenSampleCorpusIsFed() {
    // Given
    show("/");
    demo.feedSampleCorpus();
    page.awaitText(".card h2", "Odalys");

    // When
    demo.showStory(page, "calder+bridge", "Calder Street Bridge");

    // Then the wire's report has its copies below it, one of them with a copy of its own
    page.awaitText(".tree > .report", "northwire.example");
    page.awaitCount(".tree > .report > ul > .report", 3);
    page.awaitText(".tree > .report > ul > .report", "callanpost.example");
    page.awaitCount(".tree > .report > ul > .report > ul > .report", 1);
    assertThat(page.all(".moment").size()).isGreaterThan(8);
  }

  @Test
  @Order(4)
  void shouldFillColumnByTopicWhenStoriesCarryIt() {
    // Given / When
    show("/columns?c=topic%3Dmedtop%3A15000000&c=source%3Dnorthwire.example");

    // Then sport is in the one, what the wire reported in the other, and a reload changes nothing
    page.awaitText(".column .card h2", "Wexmoor");
    page.awaitText(".column .card h2", "Bridge");
    List<String> columns = page.texts(".column");
    int shown = page.all(".card").size();
    page.reload();
    page.awaitCount(".card", shown);
    assertThat(columns.get(0)).contains("Wexmoor").doesNotContain("Bridge");
    assertThat(columns.get(1)).contains("Bridge");
    assertThat(page.texts(".column")).hasSize(2);
  }

  @Test
  @Order(5)
  void shouldShowHostileTextAsTextWhenItCameThroughThePipeline() throws IOException {
    // Given
    demo.feed(
        """
        {"id":"evil","published":"2026-03-09T08:00:00Z","source":"evil.example","url":"javascript:document.title='owned'","title":"Quarry <owned onload=x> \\u202Edewo\\u202C closes &lt;script&gt;document.title='owned'&lt;/script&gt;","body":"The slate quarry at Corven closes in May, said owner Bartholomew Quill. <x-owned onclick=\\"document.title='owned'\\">Seventy</x-owned> people work there & \\"five\\" are > 60. The quarry opened in 1871 and gave the slate for the roofs of Port Callan."}
        """);

    // When
    show("/");
    page.storyOf("Quarry");
    show("/search?q=corven");
    page.awaitText(".card h2", "Quarry");
    String headline = page.texts(".card h2").get(0);
    demo.showStory(page, "corven", "Quarry");
    page.awaitText(".tree .report", "evil.example");
    page.run("document.querySelector('.tree .reading').open = true");
    page.awaitText(".text", "Corven");

    // Then
    assertThat(headline).contains("<owned onload=x>").doesNotContain("\u202E");
    assertThat(page.all("x-owned, owned, main script")).isEmpty();
    assertThat(page.all("a[href^='javascript']")).isEmpty();
    assertThat(page.title()).isNotEqualTo("owned");
  }

  @Test
  @Order(6)
  void shouldWorkByKeyboardAloneWhenThereIsNoMouse() {
    // Given
    show("/");
    page.awaitCount(".card", 20);

    // When / Then: walk, open, come back to the same place, also after a reload
    page.keys("j", "j", "k", "j");
    String second = page.all(".card").get(1).getDomAttribute("data-story");
    assertThat(page.focusedStory()).isEqualTo(second);
    page.keys(Keys.ENTER);
    page.await("the story", () -> page.address().endsWith("/story/" + second));
    page.awaitCount(".tree .report", 1);
    page.keys("u");
    page.await("the place", () -> second.equals(page.focusedStory()));
    page.reload();
    page.await("the place again", () -> second.equals(page.focusedStory()));

    // When / Then: search
    page.keys("/");
    page.keys("wexmoor", Keys.ENTER);
    page.await("the find", () -> page.address().endsWith("/search?q=wexmoor"));
    page.awaitText(".card h2", "Wexmoor");

    // When / Then: help
    page.run("document.activeElement.blur()");
    page.keys("?");
    page.awaitCount("#help[open]", 1);
    page.keys(Keys.ESCAPE);
    page.await("no help", () -> page.all("#help[open]").isEmpty());
  }

  @Test
  @Order(7)
  void shouldMissNothingWhenAnotherMonitorTakesOver() throws IOException {
    // Given a reader in the middle of the list
    show("/");
    page.awaitCount(".card", 20);
    page.keys("j", "j", "j");
    String focused = page.focusedStory();

    // When the monitor goes away, something happens, and another monitor comes
    demo.stopMonitor();
    page.awaitText("#feed-state", "cut off");
    demo.feed(
        """
        {"id":"otter","published":"2026-03-09T09:00:00Z","source":"dunmorepost.example","title":"Otters return to the Dunmore canal","body":"A pair of otters has settled below the third lock of the Dunmore canal, said warden Cosima Falk. It is the first since 1958. Anglers fear for the carp."}
        """);
    demo.startMonitor();

    // Then the news waits for the reader, who keeps the place
    page.awaitText("#feed-state", "live");
    page.awaitText(".waiting", "1 new");
    assertThat(page.focusedStory()).isEqualTo(focused);
    page.all(".waiting").get(0).click();
    page.awaitText(".card h2", "Otters return to the Dunmore canal");
  }

  @Test
  @Order(8)
  void shouldFitPhoneAndReadersOfAllKindsWhenSampleCorpusIsShown() throws IOException {
    List<String> paths =
        List.of("/", "/columns?c=topic%3Dmedtop%3A03000000&c=min-sources%3D3", "/health");
    for (String path : paths) {
      show(path);
      assertFitsAndIsAccessible();
    }
    demo.showStory(page, "calder+bridge", "Calder Street Bridge");
    page.awaitCount(".tree .report", 5);
    assertFitsAndIsAccessible();
  }

  private static void assertFitsAndIsAccessible() throws IOException {
    // When
    page.size(360, 740);
    Object width = page.run("return document.documentElement.scrollWidth");
    List<?> findings = page.seriousFindings();

    // Then
    assertThat(((Number) width).longValue()).as(page.address()).isLessThanOrEqualTo(360);
    assertThat(findings).as(page.address()).isEmpty();
  }

  private static void show(String path) {
    page.open(demo.address() + path);
    page.awaitText("#feed-state", "live");
  }
}
