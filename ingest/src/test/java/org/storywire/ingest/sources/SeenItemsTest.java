package org.storywire.ingest.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.storywire.ingest.sources.SeenItems.News;

class SeenItemsTest {

  private static final String LONG = "The harbour bridge closed on Tuesday for repairs. ".repeat(5);

  @Test
  void shouldGiveEveryItemOnceWhenFeedIsReadAgain() {
    // Given
    List<FeedItem> feed = List.of(item("1", "/a", "Bridge closes"), item("2", "/b", "Fire out"));

    // When
    News first = SeenItems.NONE.news(feed);
    News second = first.seen().news(feed);

    // Then
    assertThat(first.items()).isEqualTo(feed);
    assertThat(second.items()).isEmpty();
    assertThat(second.seen()).isEqualTo(first.seen());
  }

  @Test
  void shouldGiveItemAgainWhenItsTextChanged() {
    // Given
    SeenItems seen = seen(item("1", "/a", "Bridge closes"));
    FeedItem changed = item("1", "/a", "Bridge closes for weeks");

    // When
    News news = seen.news(List.of(changed));

    // Then
    assertThat(news.items()).containsExactly(changed);
    assertThat(news.seen().news(List.of(changed)).items()).isEmpty();
  }

  @Test
  void shouldNotGiveItemAgainWhenOnlySpacesOrItsAddressChanged() {
    // Given
    SeenItems seen = seen(item("1", "/a", "Bridge closes"));

    // When / Then
    assertThat(seen.news(List.of(item("1", "/a?from=feed", " Bridge\n closes "))).items())
        .isEmpty();
  }

  @Test
  void shouldNotGiveItemAgainWhenPublisherChangesItsId() {
    // Given
    SeenItems seen = seen(item("1", "/a", "Bridge closes"), item("2", "/b", "Fire out"));

    // When
    News news = seen.news(List.of(item("9", "/a", "Bridge closes"), item("8", "/b", "Fire out")));

    // Then
    assertThat(news.items()).isEmpty();
    assertThat(news.seen().items()).hasSize(2);
  }

  @Test
  void shouldNotGiveItemAgainWhenIdAndAddressChangeButNotItsLongText() {
    // Given
    SeenItems seen = seen(text("1", "/a?s=1", LONG));

    // When / Then
    assertThat(seen.news(List.of(text("2", "/a?s=2", LONG))).items()).isEmpty();
  }

  @Test
  void shouldGiveBothWhenTwoItemsShareAddressOrHeadline() {
    // Given
    SeenItems seen = seen(item("1", "/live", "Live: storm"), item("2", "/b", "News in brief"));
    List<FeedItem> feed =
        List.of(
            item("4", "/live", "Live: storm nears"),
            item("3", "/live", "Live: storm turns"),
            item("5", "/c", "News in brief"));

    // When / Then
    assertThat(seen.news(feed).items()).isEqualTo(feed);
  }

  @Test
  void shouldTakeFirstWhenFeedGivesAnIdTwice() {
    // When
    News news =
        SeenItems.NONE.news(
            List.of(item("1", "/a", "New"), item("1", "/a", "Old"), item("2", "/b", "Other")));

    // Then
    assertThat(news.items()).extracting(FeedItem::title).containsExactly("New", "Other");
    assertThat(news.seen().news(List.of(item("1", "/a", "New"), item("1", "/a", "Old"))).items())
        .isEmpty();
  }

  @Test
  void shouldKnowItemWhenItComesBackAndForgetTheOldestWhenThereAreTooMany() {
    // Given
    SeenItems seen = seen(item("old", "/old", "Old"));
    FeedItem kept = item("kept", "/kept", "Kept");

    // When
    SeenItems later = seen.news(List.of(kept)).seen();
    List<FeedItem> many = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      many.add(item("n" + i, "/n" + i, "News " + i));
    }
    SeenItems full = later.news(many).seen().news(List.of(kept)).seen();

    // Then
    assertThat(later.news(List.of(item("old", "/old", "Old"))).items()).isEmpty();
    assertThat(full.items()).hasSize(1_001);
    assertThat(full.news(List.of(item("old", "/old", "Old"))).items()).hasSize(1);
    assertThat(full.news(List.of(item("n999", "/n999", "News 999"))).items()).isEmpty();
  }

  @Test
  void shouldKnowItemWhenItHasNeitherIdNorAddress() {
    // Given
    SeenItems seen = seen(item("", "", "Bridge closes"));

    // When / Then
    assertThat(seen.news(List.of(item("", "", "Bridge closes"))).items()).isEmpty();
    assertThat(seen.news(List.of(item("", "", "Fire out"))).items()).hasSize(1);
  }

  private static SeenItems seen(FeedItem... items) {
    return SeenItems.NONE.news(List.of(items)).seen();
  }

  private static FeedItem item(String id, String path, String title) {
    String link = path.isEmpty() ? "" : "https://paper.example" + path;
    return new FeedItem(id, link, title, "", false, Optional.empty(), Map.of());
  }

  private static FeedItem text(String id, String path, String text) {
    return new FeedItem(
        id, "https://paper.example" + path, "Bridge", text, true, Optional.empty(), Map.of());
  }
}
