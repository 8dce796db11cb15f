package org.storywire.processor.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.storywire.processor.streams.Pages.page;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.storywire.news.Article;
import org.storywire.news.RawArticle;
import org.storywire.news.StoryUpdate;
import org.storywire.processor.StateFiles;
import org.storywire.processor.article.KnownVersion;
import org.storywire.processor.article.LineTable;

/**
 * State that another release left behind is read, or refused with words that help; it is never
 * taken for something else.
 */
class StateFormatTest {

  private static final String MONDAY_8 = "2026-03-02T08:00:00Z";
  private static final String MONDAY_9 = "2026-03-02T09:00:00Z";
  private static final String MONDAY_10 = "2026-03-02T10:00:00Z";
  private static final String TUESDAY_9 = "2026-03-03T09:00:00Z";
  private static final String TUESDAY_10 = "2026-03-03T10:00:00Z";
  private static final String WEDNESDAY_9 = "2026-03-04T09:00:00Z";
  private static final String REVISED =
      Pages.BRIDGE + "\n\nThe council said on Tuesday that the detour would be lit at night.";

  /** Originals, a copy, a copy that came before its origin, a follow-up, a changed article. */
  private static final List<RawArticle> BEFORE =
      List.of(
          page("ledger.example", "bridge-1", MONDAY_9, "Harbour bridge shut", Pages.BRIDGE),
          page("times.example", "sarrin-1", MONDAY_9, "Sarrin votes in close race", Pages.ELECTION),
          page("post.example", "copy-1", MONDAY_10, "Drivers face weeks of detours", Pages.BRIDGE),
          page("wire.example", "sarrin-0", MONDAY_8, "Sarrin race too close", Pages.ELECTION),
          page("mail.example", "bridge-2", TUESDAY_9, "Repairs cost more", Pages.BRIDGE_FOLLOW_UP),
          page("ledger.example", "bridge-1", MONDAY_9, TUESDAY_9, "Harbour bridge shut", REVISED));

  /** An unchanged article, and copies of two that are known only from state. */
  private static final List<RawArticle> AFTER =
      List.of(
          page("ledger.example", "bridge-1", MONDAY_9, TUESDAY_10, "Harbour bridge shut", REVISED),
          page("star.example", "copy-2", TUESDAY_10, "Bridge bill grows", Pages.BRIDGE_FOLLOW_UP),
          page("echo.example", "sarrin-2", WEDNESDAY_9, "A close race", Pages.ELECTION));

  private static final String IN_FLIGHT = "edition-repartition";

  @TempDir Path directory;

  /** Format 5 knows no affairs; all else is as today. */
  @ParameterizedTest
  @ValueSource(ints = {5, StateFiles.TODAY})
  void shouldGoOnAsIfItHadNeverStoppedWhenStateIsOfAFormatThatIsRead(int format)
      throws IOException {
    // Given
    Stages undisturbed = new Stages(directory.resolve("undisturbed"));
    undisturbed.feed(BEFORE, stages -> {});
    Map<String, Map<String, byte[]>> written = new TreeMap<>(undisturbed.state());
    written.put(IN_FLIGHT, inFlight());
    StateFiles.write(Path.of("target/state"), written); // to look at, and to copy
    List<String> expected = results(undisturbed.feed(AFTER, stages -> {}));

    // When
    Stages resumed = new Stages(directory.resolve("resumed"), StateFiles.read(format));
    List<String> results = results(resumed.feed(AFTER, stages -> {}));

    // Then
    assertThat(results).isEqualTo(expected);
    assertThat(expected)
        .anySatisfy(result -> assertThat(result).startsWith("UNCHANGED"))
        .anySatisfy(result -> assertThat(result).startsWith("COPY"));
  }

  /** What lies between the stages while one release takes over from another. */
  private Map<String, byte[]> inFlight() {
    Map<String, byte[]> records = new TreeMap<>();
    for (RawArticle raw : BEFORE.subList(0, 1)) {
      new Stages(directory.resolve("flying"))
          .prepare(raw)
          .forEach(
              prepared ->
                  records.put(
                      "en/" + prepared.article().getArticleId(),
                      new PreparedSerde().serializer().serialize(IN_FLIGHT, prepared)));
    }
    return records;
  }

  private static List<String> results(List<SpecificRecord> outgoing) {
    return outgoing.stream()
        .filter(value -> value instanceof Article || value instanceof StoryUpdate)
        .map(
            value ->
                value instanceof Article article
                    ? "%s of %s in %s"
                        .formatted(article.getVerdict(), article.getCopyOf(), article.getStoryId())
                    : "%s %s/%d"
                        .formatted(
                            ((StoryUpdate) value).getKind(),
                            ((StoryUpdate) value).getStoryId(),
                            ((StoryUpdate) value).getRevision()))
        .toList();
  }

  @Test
  void shouldWriteTheSameBytesWhenWhatIsKnownOfSourcesIsReadAndWrittenAgain() {
    // Given
    Map<String, Map<String, byte[]>> state = StateFiles.read(StateFiles.TODAY);

    // When
    Map<String, byte[]> lines = new TreeMap<>(state.get(SourceStores.LINES));
    lines.replaceAll((source, bytes) -> LineTable.fromBytes(bytes).toBytes());
    Map<String, byte[]> articles = new TreeMap<>(state.get(SourceStores.ARTICLES));
    articles.replaceAll((id, bytes) -> KnownVersion.fromBytes(withoutTime(bytes)).toBytes());

    // Then
    assertThat(state.get(SourceStores.LINES))
        .isNotEmpty()
        .allSatisfy(
            (source, bytes) -> {
              assertThat(lines.get(source)).isEqualTo(bytes);
            });
    assertThat(state.get(SourceStores.ARTICLES))
        .isNotEmpty()
        .allSatisfy(
            (id, bytes) -> {
              assertThat(articles.get(id)).isEqualTo(withoutTime(bytes));
            });
  }

  private static byte[] withoutTime(byte[] bytes) {
    return Arrays.copyOfRange(bytes, Long.BYTES, bytes.length);
  }

  @Test
  void shouldWriteTheSameBytesWhenWhatLiesBetweenTheStagesIsReadAndWrittenAgain() {
    // Given
    PreparedSerde serde = new PreparedSerde();

    // When
    Map<String, byte[]> records = StateFiles.read(StateFiles.TODAY).get(IN_FLIGHT);

    // Then
    assertThat(records)
        .isNotEmpty()
        .allSatisfy(
            (key, bytes) -> {
              Prepared prepared = serde.deserializer().deserialize(IN_FLIGHT, bytes);
              assertThat(serde.serializer().serialize(IN_FLIGHT, prepared)).isEqualTo(bytes);
            });
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void shouldStopAndSayWhatToDoWhenStateIsOfAFormerFormat(int format) {
    // When
    assertThatThrownBy(() -> new Stages(directory, StateFiles.read(format)))

        // Then
        .isInstanceOf(UnreadableStateException.class)
        .hasMessageContaining("of store ")
        .hasMessageContaining("version ")
        .hasMessageContaining(", expected ")
        .hasMessageContaining("start this one with a new application.id");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        SourceStores.LINES,
        SourceStores.ARTICLES,
        SyndicationProcessor.STORE,
        StoryProcessor.ARTICLES_STORE,
        StoryProcessor.STORIES_STORE,
        StoryProcessor.AFFAIRS_STORE
      })
  void shouldStopAndSayWhatToDoWhenAStoreIsOfAnUnknownFormat(String store) {
    // Given
    Map<String, Map<String, byte[]>> state = StateFiles.read(StateFiles.TODAY);
    int version = store.equals(SourceStores.ARTICLES) ? Long.BYTES : 0;
    state.get(store).values().forEach(value -> value[version] = 99);

    // When
    assertThatThrownBy(() -> new Stages(directory, state).feed(AFTER, stages -> {}))

        // Then
        .isInstanceOf(UnreadableStateException.class)
        .hasMessageContaining("of store " + store)
        .hasMessageContaining("start this one with a new application.id");
  }

  @Test
  void shouldStopWhenAnotherReleaseWroteWhatLiesBetweenTheStages() {
    // Given
    byte[] record = inFlight().values().iterator().next();
    record[3] = 99;

    // When
    assertThatThrownBy(() -> new PreparedSerde().deserializer().deserialize(IN_FLIGHT, record))

        // Then
        .isInstanceOf(UnreadableStateException.class)
        .hasMessageContaining("of version 99, expected 1")
        .satisfies(problem -> assertThat(UnreadableStateException.isBehind(problem)).isTrue());
  }

  @Test
  void shouldCallItBadDataWhenSomethingElseLiesBetweenTheStages() {
    // Given
    byte[] foreign = HexFormat.of().parseHex("0199999999");

    // When
    assertThatThrownBy(() -> new PreparedSerde().deserializer().deserialize(IN_FLIGHT, foreign))

        // Then
        .isInstanceOf(SerializationException.class)
        .hasMessageContaining("begins with 01999999");
  }
}
