package org.storywire.docker.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** What an editor sees in a browser of what the demo's pipeline makes of articles. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LiveViewIT {

  private static LiveDemo demo;
  private static LivePage page;

  @BeforeAll
  static void start() {
    LivePage.assumeBrowser();
    demo = new LiveDemo();
    page = new LivePage(demo.address());
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

  @Test
  @Order(1)
  void shouldShowStoriesWhileTheyUnfoldWhenArticlesAreFed(@TempDir Path directory)
      throws IOException {
    // Given an open page, and nothing known
    page.open("/");
    page.awaitText("#feed-state", "live");
    assertThat(page.all(".card")).isEmpty();

    // When one outlet reports
    demo.feed(
        Files.writeString(
            directory.resolve("first.jsonl"),
            """
            {"id":"mast-1","published":"2026-02-20T08:00:00Z","source":"morrowmail.example","title":"Radio mast topples at Morrow Head","body":"The 90-metre radio mast at Morrow Head toppled into a field of barley at dawn on Friday. Nobody was hurt, said station keeper Ilse Brandauer. The mast carried the signal of the coastguard and of three broadcasters."}
            """));

    // Then a card appears without a reload
    page.awaitText(".card h2", "Radio mast topples at Morrow Head");
    page.awaitText(".card .counts", "1 independent");

    // When a second outlet adds something
    demo.feed(
        Files.writeString(
            directory.resolve("second.jsonl"),
            """
            {"id":"mast-2","published":"2026-02-20T09:30:00Z","source":"dunmorepost.example","title":"Coastguard without radio after mast falls at Morrow Head","body":"The coastguard lost its radio when the mast at Morrow Head toppled on Friday. Engineers found that a stay of the 90-metre mast had rusted through, said station keeper Ilse Brandauer. A lorry with a spare aerial is to arrive on Saturday."}
            """));

    // Then the story grows in place
    page.awaitText(".card .counts", "2 independent");
    assertThat(page.texts(".card")).hasSize(1);
  }

  @Test
  @Order(2)
  void shouldDrawCopyTreeWhenSampleCorpusIsFed() {
    // Given
    page.open("/");
    demo.feedSampleCorpus();
    page.awaitText(".card h2", "Odalys");
    page.open("/search?q=calder+bridge");
    String story = page.storyOf("Calder Street Bridge");

    // When
    page.open("/story/" + story);

    // Then the wire's report has its copies below it, one of them with a copy of its own
    page.awaitText(".tree > .report", "northwire.example");
    page.awaitCount(".tree > .report > ul > .report", 3);
    page.awaitText(".tree > .report > ul > .report", "callanpost.example");
    page.awaitCount(".tree > .report > ul > .report > ul > .report", 1);
    assertThat(page.all(".moment").size()).isGreaterThan(8);
  }

  @Test
  @Order(3)
  void shouldFillColumnByTopicWhenStoriesCarryIt() {
    // Given / When
    page.open("/columns?c=topic%3Dmedtop%3A15000000&c=source%3Dnorthwire.example");

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
  @Order(4)
  void shouldShowHostileTextAsTextWhenItCameThroughThePipeline(@TempDir Path directory)
      throws IOException {
    // Given
    demo.feed(
        Files.writeString(
            directory.resolve("hostile.jsonl"),
            """
            {"id":"evil","published":"2026-03-09T08:00:00Z","source":"evil.example","url":"javascript:document.title='owned'","title":"Quarry <owned onload=x> \\u202Edewo\\u202C closes &lt;script&gt;document.title='owned'&lt;/script&gt;","body":"The slate quarry at Corven closes in May, said owner Bartholomew Quill. <x-owned onclick=\\"document.title='owned'\\">Seventy</x-owned> people work there & \\"five\\" are > 60. The quarry opened in 1871 and gave the slate for the roofs of Port Callan."}
            """));

    // When
    page.open("/");
    String story = page.storyOf("Quarry");
    page.open("/search?q=corven");
    page.awaitText(".card h2", "Quarry");
    String headline = page.texts(".card h2").get(0);
    page.open("/story/" + story);
    page.awaitText(".tree .report", "evil.example");
    page.run("document.querySelector('.tree .reading').open = true");
    page.awaitText(".text", "Corven");

    // Then
    assertThat(headline).contains("<owned onload=x>").doesNotContain("\u202E");
    assertThat(page.all("x-owned, owned, main script")).isEmpty();
    assertThat(page.all("a[href^='javascript']")).isEmpty();
    assertThat(page.run("return document.title")).isNotEqualTo("owned");
  }

  @Test
  @Order(5)
  void shouldFitPhoneWhenStoryOfSampleCorpusIsOpened() {
    // Given
    page.size(360, 740);

    // When
    page.open("/search?q=calder+bridge");
    String story = page.storyOf("Calder Street Bridge");
    page.open("/story/" + story);
    page.awaitCount(".tree .report", 5);

    // Then
    assertThat(((Number) page.run("return document.documentElement.scrollWidth")).longValue())
        .isLessThanOrEqualTo(360);
  }
}
