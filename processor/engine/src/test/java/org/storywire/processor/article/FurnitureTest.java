package org.storywire.processor.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FurnitureTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Advertisement",
        "ADVERTISEMENT:",
        "Comments",
        "No comments yet...",
        "12 Comments",
        "Story Continued Below",
        "( Also on ECHO: The bridge in pictures )",
        "Read more: Ferry stops",
        "RELATED: Ferry stops",
        "Follow us on Facebook",
        "Follow Jane Doe on Twitter @jdoe",
        "Sign up for our daily newsletter",
        "Click here to subscribe",
        "Download the Echo App",
        "\u00a9 2024 The Echo",
        "Copyright 2024 Echo. All rights reserved.",
        "Share this: Facebook",
        "Read or Share this story: http://echo.example/x",
        "Related Articles",
        "Lire aussi"
      })
  void shouldBeFurnitureWhenLineMeansTheSameOnAnySite(String line) {
    // Given
    Line label = Line.of(line);

    // When
    boolean furniture = Furniture.isFurniture(label);

    // Then
    assertThat(furniture).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Read more books, the minister told pupils on Monday.",
        "Comments by the mayor angered residents.",
        "Share prices fell by a tenth.",
        "More than 40 people came.",
        "Watch officers saw the ship at dawn.",
        "Follow the river north, and you reach the dam.",
        "Copyright law will change next year, the minister said.",
        "Video shows the bridge falling.",
        "Related charges were dropped."
      })
  void shouldBeTextWhenLineOnlyBeginsLikeFurniture(String line) {
    // Given
    Line sentence = Line.of(line);

    // When
    boolean furniture = Furniture.isFurniture(sentence);

    // Then
    assertThat(furniture).isFalse();
  }

  @Test
  void shouldCutPromotionAndFragmentsWhenTheyFollowFormedText() {
    // Given
    List<Line> lines =
        List.of(
            Line.of(
                "The old bridge over the harbour closed on Thursday after a barge hit one of its"
                    + " pillars, and it may stay closed for a month."),
            Line.of("A ferry will run."),
            Line.of("Discover the latest coast news and weather updates."),
            Line.of("Stay on top of the latest trends."),
            Line.of("Green background"));

    // When
    int end = Furniture.trailer(lines);

    // Then
    assertThat(end).isEqualTo(2);
  }

  @Test
  void shouldKeepFragmentsWhenTextHasNoSentenceForm() {
    // Given
    List<Line> lines =
        List.of(Line.of("Results of the regatta"), Line.of("First: Ruiz"), Line.of("Second: Reed"));

    // When
    int end = Furniture.trailer(lines);

    // Then
    assertThat(end).isEqualTo(3);
  }

  @Test
  void shouldKeepLastLineWhenSentenceStandsInIt() {
    // Given
    List<Line> lines =
        List.of(
            Line.of(
                "The shipyard was sold on Friday to a group of investors from the northern coast."),
            Line.of("The price was not disclosed. Echo"));

    // When
    int end = Furniture.trailer(lines);

    // Then
    assertThat(end).isEqualTo(2);
  }

  @Test
  void shouldKeepLastSentenceWhenItOnlyBeginsLikeARequest() {
    // Given
    List<Line> lines =
        List.of(
            Line.of(
                "The wardens had a simple message for people who live along the river and the"
                    + " canal: it is not over yet."),
            Line.of("Stay at home, they said."));

    // When
    int end = Furniture.trailer(lines);

    // Then
    assertThat(end).isEqualTo(2);
  }
}
