package org.storywire.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrokenFeedsTest {

  private static final String FEED =
      """
      <?xml version="1.0"?>
      <rss version="2.0"><channel><title>Harbour</title>
      <item><title>Ferry freed</title><link>https://paper.example/1</link>
      <description><![CDATA[<p>The ferry is free.</p>]]></description></item>
      <item><title>Tide turns</title><link>https://paper.example/2</link></item>
      </channel></rss>
      """;

  @Test
  void shouldReadEntriesUpToWhereFeedIsCutOff() {
    // When
    Feed feed = Feeds.read(FEED.substring(0, FEED.indexOf("turns")));

    // Then
    assertThat(feed.complete()).isFalse();
    assertThat(feed.entries())
        .extracting(entry -> entry.title().text())
        .containsExactly("Ferry freed", "Tide");
  }

  @Test
  void shouldReadWhatStandsInCutOffSection() {
    // When
    Feed feed = Feeds.read(FEED.substring(0, FEED.indexOf(" is free.")));

    // Then
    assertThat(feed.entries().get(0).summary().text()).isEqualTo("The ferry");
  }

  @Test
  void shouldPartItemsWhoseEndIsMissing() {
    // When
    Feed feed = Feeds.read(FEED.replace("</item>", ""));

    // Then
    assertThat(feed.entries())
        .extracting(FeedEntry::link)
        .containsExactly("https://paper.example/1", "https://paper.example/2");
    assertThat(feed.entries().get(0).title().text()).isEqualTo("Ferry freed");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Fish & chips | Fish & chips",
        "AT&T wins | AT&T wins",
        "Caf&eacute; &nbsp;&mdash; open | Café — open",
        "&foo; stays | &foo; stays",
        "a < b | a < b",
        "don&#146;t | don’t",
        "<b>Bold</b> word | Bold word",
        "&lt;b&gt;Bold&lt;/b&gt; word | Bold word",
        "Fish &amp;amp; chips | Fish & chips",
        "1 &lt; 2 | 1 < 2",
        "The &lt;unknown&gt; tag | The <unknown> tag",
        "<![CDATA[Q&A <i>live</i>]]> | Q&A live"
      })
  void shouldReadTitlesAsReadersSeeThem(String markup, String expected) {
    assertThat(Feeds.item("<title>" + markup + "</title>").title().text()).isEqualTo(expected);
  }

  @Test
  void shouldKeepBareAmpersandsInAddresses() {
    FeedEntry entry = Feeds.item("<link>https://paper.example/?a=1&copy=2&section=3</link>");

    assertThat(entry.link()).isEqualTo("https://paper.example/?a=1&copy=2&section=3");
  }

  @Test
  void shouldFollowNeitherEntityNorDtd() {
    // Given
    String feed =
        """
        <!DOCTYPE rss SYSTEM "file:///etc/hostname" [
          <!ENTITY file SYSTEM "file:///etc/hostname">
          <!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">
        ]>
        <rss><channel><item><title>&file; &b;</title></item></channel></rss>
        """;

    // When
    Feed read = Feeds.read(feed);

    // Then
    assertThat(read.entries().get(0).title().text()).isEqualTo("&file; &b;");
  }

  @Test
  void shouldReadBeyondNestingThatIsTooDeep() {
    // Given
    String deep = "<a>".repeat(200_000);

    // When
    Feed feed = Feeds.rss("<title>Ferry</title><description>" + deep + "free</description>");

    // Then
    assertThat(feed.entries().get(0).title().text()).isEqualTo("Ferry");
  }

  @Test
  void shouldReadDeepMarkupInText() {
    // Given
    String deep = "&lt;div&gt;".repeat(100_000);

    // When
    FeedEntry entry = Feeds.item("<description>" + deep + "free</description>");

    // Then
    assertThat(entry.summary().text()).isEqualTo("free");
  }

  @Test
  void shouldBoundBytesAndEntries() {
    // Given
    FeedReader reader = new FeedReader(new FeedLimits(FEED.length() - 80, 50, 1));

    // When
    FeedResult result = reader.read(FEED.getBytes(StandardCharsets.UTF_8), null, Feeds.BASE);

    // Then
    Feed feed = ((FeedResult.Found) result).feed();
    assertThat(feed.complete()).isFalse();
    assertThat(feed.entries()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "'', text without elements",
    "Service unavailable, text without elements",
    "<!DOCTYPE html><html><body><p>Not found</p></body></html>, <html>",
    "'{\"error\": 404}', without items",
    "'{\"items\": [', broken JSON"
  })
  void shouldSayWhatItIsWhenItIsNoFeed(String text, String reason) {
    // When
    FeedResult result =
        new FeedReader().read(text.getBytes(StandardCharsets.UTF_8), "text/html", Feeds.BASE);

    // Then
    assertThat(result).isInstanceOf(FeedResult.NotAFeed.class);
    assertThat(((FeedResult.NotAFeed) result).reason()).contains(reason);
  }

  @RepeatedTest(50)
  void shouldNeverThrowWhateverBytesAreDamaged(RepetitionInfo repetition) {
    // Given
    Random random = new Random(repetition.getCurrentRepetition());
    byte[] bytes = FEED.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < 20; i++) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }

    // When
    FeedResult result = new FeedReader().read(bytes, null, Feeds.BASE);

    // Then
    assertThat(result).isNotNull();
  }
}
