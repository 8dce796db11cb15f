package org.storywire.schemas.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.avro.Schema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SchemaContractsTest {

  private static final Schema INCOMPATIBLE =
      new Schema.Parser()
          .parse(
              """
              {"type": "record", "name": "Story", "namespace": "org.storywire.news",
               "fields": [{"name": "mood", "type": "string"}]}
              """);

  private final FakeRegistry registry = FakeRegistry.started();

  @AfterEach
  void stop() {
    registry.close();
  }

  @Test
  void shouldFindNothingWhenTodayIsAsReleased() {
    assertThat(SchemaContracts.checkHistory()).isEmpty();
  }

  @Test
  void shouldNameEverySubjectWhenNothingIsRegistered() {
    assertThat(SchemaContracts.checkRegistry(registry.client()))
        .containsExactly(
            "news.raw-articles.v1-value: this RawArticle is not registered",
            "news.articles.v1-value: this Article is not registered",
            "news.story-updates.v1-value: this StoryUpdate is not registered",
            "news.stories.v1-value: this Story is not registered",
            "news.sources.v1-value: this Source is not registered",
            "news.overrides.v1-value: this StoryOverride is not registered");
  }

  @Test
  void shouldBeInOrderWhenRegistered() {
    // When
    List<String> lines = SchemaContracts.register(registry.client());
    List<String> again = SchemaContracts.register(registry.client());

    // Then
    assertThat(lines).isEqualTo(again).contains("news.stories.v1-value: Story 1 has id 10");
    assertThat(SchemaContracts.checkRegistry(registry.client())).isEmpty();
    assertThat(registry.compatibility("news.stories.v1-value")).isEqualTo("FULL_TRANSITIVE");
  }

  @Test
  void shouldTellWhoCannotReadWhomWhenARegisteredVersionIsIncompatible() {
    // Given
    SchemaContracts.register(registry.client());
    registry.put("news.stories.v1-value", INCOMPATIBLE);

    // When
    List<String> problems = SchemaContracts.checkRegistry(registry.client());

    // Then
    assertThat(problems)
        .anyMatch(line -> line.startsWith("news.stories.v1-value: Story can't read version 4"))
        .anyMatch(line -> line.startsWith("news.stories.v1-value: version 4 can't read Story"));
  }

  @Test
  void shouldBeRefusedWhenVersionIsIncompatible() {
    // Given
    SchemaContracts.register(registry.client());

    // When / Then
    assertThatThrownBy(() -> registry.client().register("news.stories.v1-value", INCOMPATIBLE))
        .isInstanceOf(RegistryException.class)
        .hasMessageContaining("409");
  }
}
