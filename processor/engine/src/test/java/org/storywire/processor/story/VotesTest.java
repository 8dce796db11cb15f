package org.storywire.processor.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.storywire.processor.story.member.Arrival;
import org.storywire.processor.story.member.Coverage;
import org.storywire.processor.story.member.EditionTime;
import org.storywire.processor.story.member.Kind;
import org.storywire.processor.story.member.Label;
import org.storywire.processor.story.member.Member;

class VotesTest {

  private final Votes votes = new Votes();
  private int articles;

  @Test
  void shouldCountAShortNameForTheOnlyFullerOne() {
    // Given
    add("Anna Marlow", "Tarn");
    add("Marlow", "Tarn");
    add("Marlow");

    // When
    List<Label> entities = votes.entities();

    // Then
    assertThat(entities)
        .containsExactly(new Label("Anna Marlow", "Anna Marlow", 3), new Label("Tarn", "Tarn", 2));
  }

  @Test
  void shouldKeepAShortNameThatTwoMayBear() {
    // Given
    add("Anna Marlow", "Peter Marlow");
    add("Marlow");

    // When
    List<Label> entities = votes.entities();

    // Then
    assertThat(entities).extracting(Label::label).contains("Marlow");
  }

  private void add(String... names) {
    String id = "a" + ++articles;
    Arrival plain =
        Articles.arrival(
            id, id, "2025-03-01T10:00:00Z", Kind.ORIGINAL, Optional.empty(), "Title", "Body");
    Arrival arrival =
        new Arrival(
            id,
            plain.source(),
            plain.language(),
            plain.at(),
            plain.kind(),
            plain.copyOf(),
            plain.title(),
            plain.body(),
            plain.features(),
            plain.topics(),
            Stream.of(names).map(name -> new Label(name, name, 1)).toList(),
            List.of());
    votes.add(
        new Member(articles, Coverage.silent(arrival, false), EditionTime.BEGIN, Optional.empty()));
  }
}
