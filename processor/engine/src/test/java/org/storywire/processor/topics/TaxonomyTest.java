package org.storywire.processor.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TaxonomyTest {

  private final Taxonomy taxonomy = Taxonomy.load();

  @Test
  void shouldHoldSeventeenTopLevelTopicsInOrder() {
    assertThat(taxonomy.topLevel())
        .extracting(Concept::label)
        .hasSize(17)
        .startsWith("arts, culture, entertainment and media", "crime, law and justice")
        .endsWith("conflict, war and peace", "weather");
  }

  @Test
  void shouldHoldTheWholeRelease() {
    assertThat(taxonomy.all()).hasSize(1392);
    assertThat(taxonomy.all()).filteredOn(concept -> !concept.retired()).hasSize(1084);
  }

  @Test
  void shouldListAncestorsNearestFirst() {
    assertThat(taxonomy.ancestors("medtop:20000076"))
        .containsExactly("medtop:20000073", "medtop:16000000");
    assertThat(taxonomy.ancestors("medtop:16000000")).isEmpty();
    assertThat(taxonomy.topLevelOf("medtop:20000099")).isEqualTo("medtop:02000000");
  }

  @Test
  void shouldPointRetiredTopicsAtTheirSuccessors() {
    assertThat(taxonomy.active("medtop:20000064").label()).isEqualTo("war crime");
    assertThat(taxonomy.active("medtop:20000229").label()).isEqualTo("cyber crime");
    assertThat(taxonomy.active("medtop:20000994").label()).isEqualTo("motor car racing");
    assertThat(taxonomy.active("medtop:20000073").code()).isEqualTo("medtop:20000073");
  }

  @Test
  void shouldPointEveryRetiredTopicAtAnActiveOne() {
    assertThat(taxonomy.all())
        .allSatisfy(concept -> assertThat(taxonomy.active(concept.code()).retired()).isFalse());
  }

  @Test
  void shouldGiveLabelsInOtherLocales() {
    assertThat(taxonomy.label("medtop:15000000", "fr")).isEqualTo("Sport");
    assertThat(taxonomy.label("medtop:02000000", "es")).isEqualTo("Policía y justicia");
    assertThat(taxonomy.label("medtop:15000000", "xx")).isEqualTo("sport");
  }

  @Test
  void shouldNameWikidataItems() {
    assertThat(taxonomy.get("medtop:02000000").wikidata()).contains("Q146491");
  }

  @Test
  void shouldNameTheCodeWhenItIsUnknown() {
    assertThatThrownBy(() -> taxonomy.get("medtop:99999999"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("medtop:99999999");
  }
}
