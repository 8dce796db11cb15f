package org.storywire.schemas.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.storywire.schemas.registry.FerryStory.STORY;
import static org.storywire.schemas.registry.FerryStory.TOPIC;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.storywire.news.Story;
import org.storywire.schemas.NewsSerdes;
import org.storywire.schemas.WireFormat;

/** What happens to records while the registry does not answer, or has nothing to answer. */
class RegistryOutageTest {

  private final FakeRegistry registry = FakeRegistry.started();
  private final WireFormat format = RegistryFormat.of(registry.settings());
  private final Serde<Story> serde = NewsSerdes.story(format);

  @AfterEach
  void stop() {
    format.close();
    registry.close();
  }

  @Test
  void shouldWaitAndGoOnWhenTheRegistryComesBack() throws Exception {
    // Given
    SchemaContracts.register(registry.client());
    registry.down();

    // When
    CompletableFuture<byte[]> written =
        CompletableFuture.supplyAsync(() -> serde.serializer().serialize(TOPIC, STORY));
    await(() -> format.waitingFor().isPresent());
    boolean waited = !written.isDone();
    registry.up();

    // Then
    assertThat(waited).isTrue();
    assertThat(serde.deserializer().deserialize(TOPIC, written.get(30, TimeUnit.SECONDS)))
        .isEqualTo(STORY);
    assertThat(format.waitingFor()).isEmpty();
  }

  @Test
  void shouldWaitWhenTheRegistryHasLostEverything() throws Exception {
    // Given
    SchemaContracts.register(registry.client());
    byte[] bytes = serde.serializer().serialize(TOPIC, STORY);
    registry.forget();

    // When
    CompletableFuture<Story> read =
        CompletableFuture.supplyAsync(() -> serde.deserializer().deserialize(TOPIC, bytes));
    await(() -> format.waitingFor().isPresent());
    SchemaContracts.register(registry.client());

    // Then
    assertThat(read.get(30, TimeUnit.SECONDS)).isEqualTo(STORY);
  }

  @Test
  void shouldEndTheWaitWithoutBlamingTheRecordWhenClosed() throws Exception {
    // Given
    registry.down();
    CompletableFuture<byte[]> written =
        CompletableFuture.supplyAsync(() -> serde.serializer().serialize(TOPIC, STORY));
    await(() -> format.waitingFor().isPresent());

    // When
    format.close();

    // Then
    assertThatThrownBy(() -> written.get(30, TimeUnit.SECONDS))
        .hasCauseInstanceOf(RegistryException.class)
        .hasMessageContaining("closed while waiting");
  }

  private static void await(BooleanSupplier condition) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - deadline > 0) {
        throw new AssertionError("waited 30 s in vain");
      }
      Thread.onSpinWait();
    }
  }
}
