package org.storywire.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpmlTest {

  @Test
  void shouldFlattenOutlinesAndNameTheirCategory() {
    // Given
    String opml =
        """
        <opml version="2.0"><body>
          <outline text="All"><outline text="Harbour">
            <outline type="rss" text="Post" xmlUrl="https://post.example/rss?a=1&b=2" htmlUrl="https://post.example/"/>
          </outline></outline>
          <outline xmlurl="https://tide.example/rss"/>
        </body></opml>
        """;

    // When
    List<Outline> outlines = Opml.read(opml.getBytes(StandardCharsets.UTF_8), null);

    // Then
    assertThat(outlines)
        .containsExactly(
            new Outline(
                "Post", "https://post.example/rss?a=1&b=2", "https://post.example/", "Harbour"),
            new Outline("https://tide.example/rss", "https://tide.example/rss", "", ""));
  }

  @Test
  void shouldReadWhatItWrites() {
    // Given
    List<Outline> outlines =
        List.of(
            new Outline("Post & \"Sons\"", "https://post.example/?a=1&b=2", "", "Harbour <1>"),
            new Outline("Tide", "https://tide.example/rss", "https://tide.example/", ""));

    // When
    String opml = Opml.write("My feeds", outlines);

    // Then
    assertThat(opml).startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    assertThat(Opml.read(opml.getBytes(StandardCharsets.UTF_8), null)).isEqualTo(outlines);
  }
}
