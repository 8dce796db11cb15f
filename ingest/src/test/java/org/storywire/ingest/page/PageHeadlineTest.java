package org.storywire.ingest.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The headline of a page whose titles differ")
class PageHeadlineTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          only the title for sharing     | Ships wait for the bridge | Bridge is shut | Bridge is shut | Bridge is shut, port says | x | Ships wait for the bridge
          title for sharing by a program | Why ships wait - The Paper | Bridge is shut | Bridge is shut | Bridge is shut - The Paper | x | Bridge is shut
          kickers differ                 | Harbour: The bridge stays shut | Traffic in town - The bridge stays shut | | Harbour: The bridge stays shut | x | The bridge stays shut
          a sentence is no kicker        | Joe failed the town: this is the plan | Joseph has badly failed the town: this is the plan | | Joe failed | x | Joe failed the town: this is the plan
          address of the machines' title | Late twist at sea | Late twist at sea | The storm on the coast in pictures | Late twist at sea | the-storm-on-the-coast-in-pictures | The storm on the coast in pictures
          address of readers' title      | Late twist at sea | Late twist at sea | The storm on the coast in pictures | Late twist at sea | late-twist-at-sea | Late twist at sea
          two against two, with address  | Cup 2026: Runner wins at last | Wins at long last | Wins at long last | Cup 2026: Runner wins at last | cup-2026-runner-wins-at-last | Cup 2026: Runner wins at last
          two against two, without       | Cup 2026: Runner wins at last | Wins at long last | Wins at long last | Cup 2026: Runner wins at last | x | Wins at long last
          """)
  void shouldWeighTitlesWhenTheyDiffer(
      String kind,
      String shared,
      String heading,
      String linked,
      String window,
      String slug,
      String expected) {
    // Given
    String script =
        linked == null
            ? ""
            : "<script type='application/ld+json'>{\"@type\": \"NewsArticle\", \"headline\": \"%s\"}</script>"
                .formatted(linked);
    String page =
        "<html><head><title>%s</title><meta property='og:site_name' content='The Paper'><meta property='og:title' content='%s'>%s</head><body><h1>%s</h1><p>Nothing moves.</p></body></html>"
            .formatted(window, shared, script, heading);
    // When
    Page read =
        new PageExtractor()
            .extract(
                page.getBytes(StandardCharsets.UTF_8),
                Optional.empty(),
                "https://paper.example/news/" + slug);
    // Then
    assertThat(read.title()).contains(expected);
  }
}
