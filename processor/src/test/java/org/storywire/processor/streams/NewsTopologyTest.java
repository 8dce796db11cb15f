package org.storywire.processor.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.storywire.processor.streams.Pages.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.storywire.news.Article;
import org.storywire.news.RawArticle;
import org.storywire.news.Story;
import org.storywire.news.StoryState;
import org.storywire.news.StoryUpdate;
import org.storywire.news.UpdateKind;
import org.storywire.news.Verdict;
import org.storywire.processor.app.ProcessorProperties;
import org.storywire.processor.app.Settings;
import org.storywire.schemas.NewsSerdes;
import org.storywire.schemas.NewsTopics;

/** The production topology with its production properties, on Kafka's test driver. */
class NewsTopologyTest {

  private static final String NINE = "2026-03-02T09:00:00Z";
  private static final String TEN = "2026-03-02T10:00:00Z";
  private static final String NEXT_DAY = "2026-03-03T09:00:00Z";

  @TempDir Path stateDirectory;
  private Topology topology;
  private TopologyTestDriver driver;
  private TestInputTopic<String, RawArticle> raw;
  private TestOutputTopic<String, Article> articles;
  private TestOutputTopic<String, StoryUpdate> updates;
  private TestOutputTopic<String, Story> stories;
  private TestOutputTopic<byte[], byte[]> deadLetters;

  @BeforeEach
  void start() {
    start("exactly_once_v2");
  }

  private void start(String guarantee) {
    Settings settings =
        Settings.of(
            Map.of("state.dir", stateDirectory.toString(), "processing.guarantee", guarantee));
    Properties properties = ProcessorProperties.of(settings);
    topology = NewsTopology.build(ProcessorProperties.topology(settings), properties);
    driver = new TopologyTestDriver(topology, properties);
    raw =
        driver.createInputTopic(
            NewsTopics.RAW_ARTICLES, new StringSerializer(), NewsSerdes.rawArticle().serializer());
    articles = output(NewsTopics.ARTICLES, NewsSerdes.article().deserializer());
    updates = output(NewsTopics.STORY_UPDATES, NewsSerdes.storyUpdate().deserializer());
    stories = output(NewsTopics.STORIES, NewsSerdes.story().deserializer());
    deadLetters =
        driver.createOutputTopic(
            NewsTopics.DEAD_LETTERS, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  @AfterEach
  void stop() {
    driver.close();
  }

  private <T> TestOutputTopic<String, T> output(
      String topic, org.apache.kafka.common.serialization.Deserializer<T> values) {
    return driver.createOutputTopic(topic, new StringDeserializer(), values);
  }

  private void feed(RawArticle article) {
    Instant at = article.getPublishedAt();
    raw.pipeInput(
        article.getSource(),
        article,
        at.isAfter(article.getReceivedAt()) ? article.getReceivedAt() : at);
  }

  @Test
  void shouldMatchTheGoldenDescriptionWhenBuilt() throws IOException {
    // Given
    Path golden = Path.of("src/test/resources/topology.txt");

    // When
    String description = topology.describe().toString();
    Files.writeString(Path.of("target/topology.txt"), description); // to look at, and to copy

    // Then
    assertThat(description).isEqualTo(Files.readString(golden));
  }

  @Test
  void shouldOpenOneStoryWhenTwoOutletsReportOneEvent() {
    // When
    feed(page("ledger.example", "bridge-1", NINE, "Harbour bridge shut over crack", Pages.BRIDGE));
    feed(
        page(
            "times.example",
            "bridge-2",
            NEXT_DAY,
            "Harbour bridge repairs to cost 4.2 million",
            Pages.BRIDGE_FOLLOW_UP));
    feed(page("times.example", "sarrin-1", NEXT_DAY, "Sarrin votes in close race", Pages.ELECTION));

    // Then
    List<Article> judged = articles.readValuesToList();
    assertThat(judged).extracting(Article::getVerdict).containsOnly(Verdict.ORIGINAL);
    assertThat(judged.get(1).getStoryId()).isEqualTo(judged.get(0).getStoryId());
    assertThat(judged.get(2).getStoryId()).isNotEqualTo(judged.get(0).getStoryId());
    List<StoryUpdate> events = updates.readValuesToList();
    assertThat(events)
        .extracting(StoryUpdate::getKind)
        .containsExactly(UpdateKind.OPENED, UpdateKind.COVERAGE, UpdateKind.OPENED);
    assertThat(events).extracting(StoryUpdate::getRevision).containsExactly(1L, 2L, 1L);
    assertThat(events.get(1).getMaterial()).isTrue();
    assertThat(events.get(1).getNews())
        .extracting(item -> item.getText())
        .anySatisfy(text -> assertThat(text).contains("second crack"));
    assertThat(stories.readKeyValuesToMap().get(judged.get(0).getStoryId()))
        .satisfies(
            story -> {
              assertThat(story.getArticles()).isEqualTo(2);
              assertThat(story.getState()).isEqualTo(StoryState.OPEN);
              assertThat(story.getRevision()).isEqualTo(2);
            });
  }

  @Test
  void shouldPointAtTheOriginWhenAnOutletRunsACopyUnderAnotherHeadline() {
    // When
    feed(page("ledger.example", "bridge-1", NINE, "Harbour bridge shut over crack", Pages.BRIDGE));
    feed(page("post.example", "copy-1", TEN, "Drivers face weeks of detours", Pages.BRIDGE));

    // Then
    List<Article> judged = articles.readValuesToList();
    Article copy = judged.get(1);
    assertThat(copy.getVerdict()).isEqualTo(Verdict.COPY);
    assertThat(copy.getCopyOf()).isEqualTo(judged.get(0).getArticleId());
    assertThat(copy.getCopyEvidence().getContainment()).isGreaterThan(0.9);
    assertThat(Pages.BRIDGE).contains(copy.getCopyEvidence().getPassage().substring(0, 60));
    StoryUpdate event = updates.readValuesToList().get(1);
    assertThat(event.getKind()).isEqualTo(UpdateKind.COPY);
    assertThat(event.getMaterial()).isFalse();
    assertThat(event.getNews()).isEmpty();
    assertThat(event.getIndependent()).isEqualTo(1);
    assertThat(event.getCopies()).isEqualTo(1);
  }

  @Test
  void shouldSayThatTheOriginChangedWhenAnEarlierArticleComesLater() {
    // When
    feed(page("post.example", "copy-1", TEN, "Drivers face weeks of detours", Pages.BRIDGE));
    feed(page("ledger.example", "bridge-1", NINE, TEN, "Harbour bridge shut", Pages.BRIDGE));

    // Then
    List<Article> judged = articles.readValuesToList();
    List<StoryUpdate> events = updates.readValuesToList();
    StoryUpdate last = events.get(events.size() - 1);
    assertThat(last.getKind()).isEqualTo(UpdateKind.ORIGIN_CHANGED);
    assertThat(last.getArticleId()).isEqualTo(judged.get(0).getArticleId());
    assertThat(last.getCopyOf()).isEqualTo(judged.get(1).getArticleId());
    assertThat(last.getCopyGroup()).isEqualTo(judged.get(1).getArticleId());
    assertThat(events).extracting(StoryUpdate::getRevision).containsExactly(1L, 2L, 3L);
  }

  @Test
  void shouldFlagTheCopyThatStillCarriesTheOldPassageWhenItsOriginIsCorrected() {
    // Given
    String corrected =
        Pages.BRIDGE.replace(
            "would stay shut for at least three weeks while engineers fit steel plates",
            "would reopen on Friday after engineers fit temporary wooden boards");

    // When
    feed(page("ledger.example", "bridge-1", NINE, "Harbour bridge shut", Pages.BRIDGE));
    feed(page("post.example", "copy-1", TEN, "Drivers face weeks of detours", Pages.BRIDGE));
    feed(page("ledger.example", "bridge-1", NINE, NEXT_DAY, "Harbour bridge shut", corrected));

    // Then
    Article copy = articles.readValuesToList().get(1);
    assertThat(updates.readValuesToList())
        .filteredOn(event -> event.getKind() == UpdateKind.STALE_COPY)
        .singleElement()
        .satisfies(event -> assertThat(event.getArticleId()).isEqualTo(copy.getArticleId()));
  }

  @Test
  void shouldKnowAnOldArticleWhenItIsVisitedTwiceInARow() {
    // Given: time has moved on far beyond the article's own
    feed(page("ledger.example", "vote-1", "2028-03-02T08:00:00Z", "Vote held", Pages.ELECTION));
    feed(page("ledger.example", "bridge-1", NINE, "Harbour bridge shut", Pages.BRIDGE));

    // When
    feed(page("ledger.example", "bridge-1", NINE, "Harbour bridge shut", Pages.BRIDGE));

    // Then
    assertThat(articles.readValuesToList())
        .extracting(Article::getVerdict)
        .containsExactly(Verdict.ORIGINAL, Verdict.ORIGINAL, Verdict.UNCHANGED);
  }

  @Test
  void shouldNotKnowAnArticleThatWasNotVisitedForLongEvenIfItIsNotRemovedYet() {
    // Given: entries are removed between records, and none came since
    feed(page("ledger.example", "bridge-1", NINE, "Harbour bridge shut", Pages.BRIDGE));

    // When
    String longAfter = "2028-03-02T09:00:00Z";
    feed(page("ledger.example", "bridge-1", longAfter, "Harbour bridge shut", Pages.BRIDGE));

    // Then
    assertThat(articles.readValuesToList())
        .extracting(Article::getVerdict)
        .containsExactly(Verdict.ORIGINAL, Verdict.ORIGINAL);
  }

  @Test
  void shouldCountARecrawlAsUnchangedAndAChangeAsARevision() {
    // Given
    String corrected = Pages.BRIDGE.replace("18,000 vehicles", "16,000 vehicles");

    // When
    feed(page("ledger.example", "bridge-1", NINE, NINE, "Harbour bridge shut", Pages.BRIDGE));
    feed(page("ledger.example", "bridge-1", NINE, TEN, "Harbour bridge shut", Pages.BRIDGE));
    feed(page("ledger.example", "bridge-1", NINE, NEXT_DAY, "Harbour bridge shut", corrected));

    // Then
    List<Article> judged = articles.readValuesToList();
    assertThat(judged)
        .extracting(Article::getVerdict)
        .containsExactly(Verdict.ORIGINAL, Verdict.UNCHANGED, Verdict.REVISION);
    assertThat(judged).extracting(Article::getArticleId).containsOnly(judged.get(0).getArticleId());
    assertThat(judged).extracting(Article::getStoryId).containsOnly(judged.get(0).getStoryId());
    assertThat(updates.readValuesToList())
        .extracting(StoryUpdate::getKind)
        .containsExactly(UpdateKind.OPENED, UpdateKind.REVISION);
  }

  @Test
  void shouldJoinWithoutAlertWhenAnArticleComesLate() {
    // When
    feed(page("ledger.example", "bridge-1", NINE, "Harbour bridge shut over crack", Pages.BRIDGE));
    feed(page("far.example", "sarrin-1", "2026-03-06T09:00:00Z", "Sarrin votes", Pages.ELECTION));
    feed(
        page(
            "times.example",
            "bridge-2",
            NEXT_DAY,
            "2026-03-06T10:00:00Z",
            "Harbour bridge repairs to cost 4.2 million",
            Pages.BRIDGE_FOLLOW_UP));

    // Then
    List<Article> judged = articles.readValuesToList();
    assertThat(judged.get(2).getLate()).isTrue();
    assertThat(judged.get(2).getStoryId()).isEqualTo(judged.get(0).getStoryId());
    StoryUpdate last = updates.readValuesToList().get(2);
    assertThat(last.getLate()).isTrue();
    assertThat(last.getMaterial()).isFalse();
  }

  @Test
  void shouldSendToDeadLettersWithReasonWhenThereIsNoText() {
    // When
    feed(page("ledger.example", "empty-1", NINE, "A headline alone", ""));
    feed(page("ledger.example", "bridge-1", NINE, "Harbour bridge shut over crack", Pages.BRIDGE));

    // Then
    assertThat(articles.readValuesToList()).hasSize(1);
    TestRecord<byte[], byte[]> letter = deadLetters.readRecord();
    assertThat(letter.key()).isEqualTo("ledger.example".getBytes(StandardCharsets.UTF_8));
    assertThat(NewsSerdes.rawArticle().deserializer().deserialize("dead", letter.value()))
        .extracting(RawArticle::getNativeId)
        .isEqualTo("empty-1");
    assertThat(header(letter, "__streams.errors.message")).contains("empty-1");
    assertThat(header(letter, "__streams.errors.topic")).isEqualTo(NewsTopics.RAW_ARTICLES);
    assertThat(deadLetters.isEmpty()).isTrue();
  }

  @Test
  void shouldSendToDeadLettersAndGoOnWhenBytesAreNoRecord() {
    // Given
    stop();
    start("at_least_once"); // the driver does not show what a rolled-over transaction sent
    TestInputTopic<String, byte[]> poison =
        driver.createInputTopic(
            NewsTopics.RAW_ARTICLES, new StringSerializer(), new ByteArraySerializer());

    // When
    poison.pipeInput("ledger.example", new byte[] {1, 2, 3}, Instant.parse(NINE));
    poison.pipeInput("ledger.example", null, Instant.parse(NINE));
    feed(page("ledger.example", "bridge-1", NINE, "Harbour bridge shut over crack", Pages.BRIDGE));

    // Then
    assertThat(articles.readValuesToList()).hasSize(1);
    List<TestRecord<byte[], byte[]>> letters = deadLetters.readRecordsToList();
    assertThat(letters)
        .extracting(letter -> header(letter, "__streams.errors.offset"))
        .containsExactlyInAnyOrder("0", "1");
    assertThat(letters)
        .filteredOn(letter -> letter.value() != null)
        .singleElement()
        .satisfies(
            letter -> {
              assertThat(letter.value()).containsExactly(1, 2, 3);
              assertThat(header(letter, "__streams.errors.exception"))
                  .contains("SerializationException");
            });
    assertThat(letters)
        .filteredOn(letter -> letter.value() == null)
        .singleElement()
        .satisfies(
            letter ->
                assertThat(header(letter, "__streams.errors.message"))
                    .contains("ledger.example has no value"));
  }

  @Test
  void shouldCarryTraceAndEventHeadersWhenSending() {
    // Given
    RawArticle bridge = page("ledger.example", "bridge-1", NINE, "Bridge shut", Pages.BRIDGE);

    // When
    feed(bridge);

    // Then
    TestRecord<String, StoryUpdate> update = updates.readRecord();
    assertThat(header(update, "traceparent")).startsWith("00-" + bridge.getTraceId() + "-");
    assertThat(header(update, "ce_id")).isEqualTo(update.value().getEventId());
    assertThat(header(update, "ce_type")).isEqualTo("storywire.story-update");
    assertThat(update.getRecordTime()).isEqualTo(Instant.parse(NINE));
  }

  private static String header(TestRecord<?, ?> record, String name) {
    return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }
}
