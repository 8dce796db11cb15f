package org.storywire.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntryFieldsTest {

  private static final String MODULES =
      "<rss xmlns:itunes='http://www.itunes.com/dtds/podcast-1.0.dtd'"
          + " xmlns:media='http://search.yahoo.com/mrss/'"
          + " xmlns:fb='http://rssnamespace.org/feedburner/ext/1.0'"
          + " xmlns:dc='http://purl.org/dc/elements/1.1/'><channel>";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<author>desk@paper.example (Ann Lee)</author> | Ann Lee | desk@paper.example",
        "<author>Ann Lee &lt;ann@paper.example&gt;</author> | Ann Lee | ann@paper.example",
        "<author>ann@paper.example</author> | '' | ann@paper.example",
        "<author>Ann Lee (mailto:ann@paper.example)</author> | Ann Lee | ann@paper.example",
        "<author>Ann Lee</author> | Ann Lee | ''"
      })
  void shouldPartNameAndAddressOfAuthor(String author, String name, String email) {
    assertThat(Feeds.item(author).authors()).containsExactly(new Person(name, email));
  }

  @Test
  void shouldTakeIdAsLinkOnlyWhenItIsPermanent() {
    assertThat(Feeds.item("<guid>https://paper.example/1</guid>").link())
        .isEqualTo("https://paper.example/1");
    assertThat(Feeds.item("<guid isPermaLink='false'>https://paper.example/1</guid>").link())
        .isEmpty();
    assertThat(Feeds.item("<guid>post-1</guid>").link()).isEmpty();
  }

  @Test
  void shouldTakeOriginalAddressBehindRedirector() {
    FeedEntry entry =
        module(
            "<item><link>https://feeds.example/~r/1</link>"
                + "<fb:origLink>https://paper.example/1</fb:origLink></item>");

    assertThat(entry.link()).isEqualTo("https://paper.example/1");
  }

  @Test
  void shouldReferRelativeAddressesToSite() {
    FeedEntry entry =
        module("<link>https://www.paper.example/</link><item><link>/ferry</link></item>");

    assertThat(entry.link()).isEqualTo("https://www.paper.example/ferry");
  }

  @Test
  void shouldReadMediaWhereverItIsNested() {
    // When
    FeedEntry entry =
        module(
            "<item><media:group><media:content url='/a.jpg' type='image/jpeg'>"
                + "<media:title>Ferry freed</media:title></media:content></media:group>"
                + "<media:description>The ferry is free.</media:description>"
                + "<media:thumbnail url='/s.jpg'/></item>");

    // Then
    assertThat(entry.title().text()).isEqualTo("Ferry freed");
    assertThat(entry.summary().text()).isEqualTo("The ferry is free.");
    assertThat(entry.media())
        .containsExactly("https://paper.example/a.jpg", "https://paper.example/s.jpg");
  }

  @Test
  void shouldPreferOwnTitleToThatOfPicture() {
    FeedEntry entry =
        module("<item><media:title>Picture</media:title><title>Ferry freed</title></item>");

    assertThat(entry.title().text()).isEqualTo("Ferry freed");
  }

  @Test
  void shouldTakeCategoriesOfAllKindsOnce() {
    // When
    FeedEntry entry =
        module(
            "<item><category>News</category><dc:subject>Harbour</dc:subject>"
                + "<itunes:category text='Travel'><itunes:category text='Sea'/></itunes:category>"
                + "<itunes:keywords>News, ferry</itunes:keywords></item>");

    // Then
    assertThat(entry.categories()).containsExactly("News", "Harbour", "Travel", "Sea", "ferry");
  }

  @Test
  void shouldTakeLanguageOfItemElseOfFeed() {
    assertThat(module("<language>de</language><item/>").language()).isEqualTo("de");
    assertThat(
            module("<language>de</language><item><dc:language>fr</dc:language></item>").language())
        .isEqualTo("fr");
  }

  @Test
  void shouldKeepDateThatCannotBeRead() {
    // When
    FeedEntry entry = Feeds.item("<pubDate>next Tuesday</pubDate>");

    // Then
    assertThat(entry.published().map(FeedDate::written)).contains("next Tuesday");
    assertThat(entry.published().flatMap(FeedDate::read)).isEmpty();
  }

  @Test
  void shouldTakeNextElementWhenFirstDateCannotBeRead() {
    FeedEntry entry = module("<item><pubDate>soon</pubDate><dc:date>2025-03-14</dc:date></item>");

    assertThat(entry.published().map(FeedDate::written)).contains("2025-03-14");
  }

  @Test
  void shouldTakeDescriptionAsContentWhenThereIsSummary() {
    // When
    FeedEntry entry = Feeds.item("<description>Long text</description><summary>Short</summary>");

    // Then
    assertThat(entry.summary().text()).isEqualTo("Short");
    assertThat(entry.content().text()).isEqualTo("Long text");
  }

  @Test
  void shouldLeaveOutScriptsAndKeepParagraphs() {
    FeedEntry entry =
        Feeds.item(
            "<description><![CDATA[<p>One.</p><script>x()</script><p>Two<br>three.</p>]]></description>");

    assertThat(entry.summary().text()).isEqualTo("One.\n\nTwo\nthree.");
  }

  private static FeedEntry module(String channel) {
    return Feeds.read(MODULES + channel + "</channel></rss>").entries().get(0);
  }
}
