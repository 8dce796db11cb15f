package org.storywire.processor.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.storywire.processor.streams.Pages.page;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.storywire.news.Article;
import org.storywire.news.RawArticle;
import org.storywire.processor.StateFiles;
import org.storywire.processor.app.ProcessorProperties;
import org.storywire.processor.app.Settings;
import org.storywire.processor.article.KnownVersion;
import org.storywire.processor.article.LineTable;
import org.storywire.processor.story.EditionStories;
import org.storywire.processor.story.StoryMemory;
import org.storywire.processor.story.StoryModel;
import org.storywire.processor.syndication.CopyMemory;
import org.storywire.processor.syndication.Syndicator;

/**
 * Texts that nobody would write, through all stages, and stored bytes that somebody tampered with.
 * {@code -Dfuzz.inputs} sets the number of inputs of each test.
 */
@Timeout(value = 4, unit = TimeUnit.HOURS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ProcessingFuzzTest {

  private static final int INPUTS = Integer.getInteger("fuzz.inputs", 1_500);

  /** A page through all stages takes longer than a stored value. */
  private static final int DEARER = 3;

  private static final long SEED = Long.getLong("fuzz.seed", 20);
  private static final String NINE = "2026-03-02T09:00:00Z";
  private static final String TEN = "2026-03-02T10:00:00Z";

  private static final String CREDITED =
      """
      Bridge shut over crack
      By Ann Lee and Piet Lansing
      Updated 5:30 p.m. ET, March 2, 2026 | 3 hours ago
      TARNMOUTH (Reuters) - The bridge was shut on Monday, "a precaution," said Mayor Odile Brandt.
      Le pont a été fermé lundi. Die Brücke wurde am Montag gesperrt. El puente fue cerrado.
      Read more: Ferries run free | Copyright 2026 Ledger. All rights reserved.
      """;

  @TempDir private Path directory;

  /** Conservation: a page is an article, several, or is refused; the run goes on. */
  @Test
  void shouldEndEachPageInAnArticleOrARefusalWhenTextIsOdd() {
    // Given
    Stages stages = new Stages(directory);
    Mutations mutations =
        Mutations.of(SEED, Pages.BRIDGE, Pages.ELECTION, Pages.BRIDGE_FOLLOW_UP, CREDITED);
    for (int i = 0; i < INPUTS / DEARER; i++) {
      String text = new String(mutations.next(), StandardCharsets.UTF_8);
      String title = text.lines().findFirst().orElse("");
      RawArticle page =
          page(
              "s" + i % 7 + ".example",
              i % 3 == 0 ? "revised" : "id-" + i,
              i % 2 == 0 ? NINE : TEN,
              title.length() > 300 ? title.substring(0, 300) : title,
              text);

      // When
      List<SpecificRecord> outgoing = new ArrayList<>();
      attempt(
          i,
          text.getBytes(StandardCharsets.UTF_8),
          ignored -> {
            try {
              outgoing.addAll(stages.feed(List.of(page), nothing -> {}));
              assertThat(outgoing).filteredOn(Article.class::isInstance).isNotEmpty();
            } catch (BadArticleException e) {
              assertThat(e.getMessage()).hasSizeLessThan(2_000);
            }
          });
    }
  }

  /** A reader refuses what it can't read; it never takes memory or time for what is not there. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        SourceStores.LINES,
        SourceStores.ARTICLES,
        SyndicationProcessor.STORE,
        StoryProcessor.ARTICLES_STORE,
        StoryProcessor.STORIES_STORE
      })
  void shouldReadOrRefuseWhenStoredBytesWereTamperedWith(String store) {
    // Given
    Map<String, byte[]> state = StateFiles.read(StateFiles.TODAY).get(store);
    Mutations mutations = new Mutations(List.copyOf(state.values()), SEED);
    Consumer<byte[]> reader = reader(store);

    // When
    int refused = 0;
    for (int i = 0; i < INPUTS; i++) {
      byte[] input = mutations.next();
      try {
        attempt(i, input, reader);
      } catch (Refused e) {
        refused++;
      }
    }

    // Then
    assertThat(refused).isPositive();
  }

  private static Consumer<byte[]> reader(String store) {
    TopologySettings settings = ProcessorProperties.topology(Settings.of(Map.of()));
    StoryModel model = StoryModel.shipped();
    return switch (store) {
      case SourceStores.LINES -> bytes -> refusing(() -> LineTable.fromBytes(bytes));
      case SourceStores.ARTICLES -> bytes -> refusing(() -> KnownVersion.fromBytes(bytes));
      case SyndicationProcessor.STORE ->
          bytes ->
              refusing(() -> new Syndicator(settings.syndication(), new Nowhere()).restore(bytes));
      case StoryProcessor.ARTICLES_STORE ->
          bytes ->
              refusing(
                  () ->
                      new EditionStories(settings.story(), model, new Nowhere())
                          .restoreArticle(1, bytes));
      default ->
          bytes ->
              refusing(
                  () ->
                      new EditionStories(settings.story(), model, new Nowhere())
                          .restoreStory(bytes));
    };
  }

  private static void refusing(Runnable reading) {
    try {
      reading.run();
    } catch (IllegalArgumentException
        | IllegalStateException
        | IndexOutOfBoundsException
        | NegativeArraySizeException
        | DateTimeException
        | ArithmeticException e) {
      throw new Refused(e);
    }
  }

  /** Keeps nothing. */
  private static final class Nowhere implements CopyMemory, StoryMemory {
    @Override
    public void put(long sequence, byte[] value) {}

    @Override
    public void delete(long sequence) {}

    @Override
    public void putArticle(long sequence, byte[] value) {}

    @Override
    public void deleteArticle(long sequence) {}

    @Override
    public void putStory(String storyId, byte[] value) {}

    @Override
    public void deleteStory(String storyId) {}

    @Override
    public void putAffair(String affairId, byte[] value) {}

    @Override
    public void deleteAffair(String affairId) {}
  }

  /** What the edge turns into an {@link UnreadableStateException}. */
  private static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refused(RuntimeException cause) {
      super(cause);
    }
  }

  private static void attempt(int number, byte[] input, Consumer<byte[]> deed) {
    try {
      deed.accept(input);
    } catch (Refused e) {
      throw e;
    } catch (RuntimeException | AssertionError | StackOverflowError | OutOfMemoryError e) {
      throw new AssertionError(
          "input " + number + " of seed " + SEED + " as hex: " + HexFormat.of().formatHex(input),
          e);
    }
  }
}
