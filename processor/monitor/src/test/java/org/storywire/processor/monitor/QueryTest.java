package org.storywire.processor.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.storywire.news.Topic;

class QueryTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          q=ferry                        | true
          q=FERRY+harrow                 | true
          q=ferr                         | true
          q=erry                         | false
          q=%22harrow+point%22           | true
          q=%22point+harrow%22           | false
          q=ferry+-drill                 | true
          q=ferry+-harrow                | false
          q=passengers                   | true
          q=drill+OR+ferry               | true
          q=drill+OR+quake               | false
          q=drill+OR+ferry+quake         | false
          q=drill+AND+ferry              | false
          q=harrow+AND+ferry             | true
          q=(drill+quake)+OR+(ferry+harrow) | true
          q=ferry+-(harrow+OR+quake)     | false
          q=ferry+-(drill+OR+quake)      | true
          q=headline:ferry               | true
          q=headline:passengers          | false
          q=-headline:passengers         | true
          q=topic:medtop:03000000        | true
          q=topic:emergency              | true
          q=topic:ferry                  | false
          q=source:outlet1.example+lang:en | true
          q=lang:es+OR+source:outlet1.example | true
          q=min-sources:1                | true
          q=min-sources:2                | false
          q=headline:%22runs+aground%22  | true
          q=OR                           | true
          q=((ferry                      | true
          q=)+ferry+OR                   | true
          q=http://ferry                 | false
          topic=medtop:03000000          | true
          topic=medtop:15000000          | false
          topic=medtop:15000000&topic=medtop:03000000 | true
          source=outlet1.example         | true
          source=example                 | true
          source=1.example               | false
          lang=en                        | true
          lang=es                        | false
          material=true                  | true
          min-sources=1                  | true
          min-sources=2                  | false
          q=ferry&lang=es                | false
          """)
  void shouldMatchUpdateWhenEveryParameterAgrees(String query, boolean expected) {
    // Given
    Update update = new Update(0, 0, Samples.update("s1", 1).build(), new Interner());

    // When
    boolean matches = Query.parse(query.strip()).matches(update);

    // Then
    assertThat(matches).isEqualTo(expected);
  }

  @Test
  void shouldFindAncestorWhenRecordCarriesImpliedTopic() {
    // Given
    var record =
        Samples.update("s1", 1)
            .setTopics(
                List.of(
                    new Topic("medtop:20000151", "flood", 0.9, false),
                    new Topic("medtop:03000000", "disaster", 0.9, true)))
            .build();

    // When
    Update update = new Update(0, 0, record, new Interner());

    // Then
    assertThat(Query.parse("topic=medtop:03000000").matches(update)).isTrue();
  }

  @Test
  void shouldIgnoreAccentsWhenWordsAreCompared() {
    // Given
    var record = Samples.update("s1", 1).setHeadline("Évacuation à Orléans").build();

    // When
    Update update = new Update(0, 0, record, new Interner());

    // Then
    assertThat(Query.parse("q=evacuation+orl%C3%A9ans").matches(update)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "colour=red",
        "topic=16000000",
        "lang=english",
        "material=yes",
        "min-sources=-1",
        "q=min-sources:many",
        "q=((((((((((ferry",
        "q=a&q=b",
        "q=%zz"
      })
  void shouldRefuseByNameWhenParameterIsUnknownOrMalformed(String query) {
    // Given
    String name = query.substring(0, query.indexOf('='));

    // When / Then
    assertThatThrownBy(() -> Query.parse(query))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .satisfiesAnyOf(
            message -> assertThat(message).contains(name),
            message -> assertThat(message).contains("percent-encoding"));
  }
}
