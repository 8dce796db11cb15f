package org.storywire.docker.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.storywire.docker.pipeline.Arrivals;
import org.storywire.ingest.Delivery;

class SampleCorpusTest {

  @Test
  void shouldReadEveryArticleOfTheBundledCorpus() {
    // When
    List<Delivery> deliveries = SampleCorpus.read(Arrivals::of);

    // Then
    assertThat(deliveries).hasSize(88).allMatch(Delivery.Found.class::isInstance);
  }
}
