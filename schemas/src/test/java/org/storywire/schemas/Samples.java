package org.storywire.schemas;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.storywire.news.Article;
import org.storywire.news.CopyEvidence;
import org.storywire.news.Credit;
import org.storywire.news.CreditKind;
import org.storywire.news.Entity;
import org.storywire.news.EntityKind;
import org.storywire.news.FullText;
import org.storywire.news.NewItem;
import org.storywire.news.NewKind;
import org.storywire.news.OverrideKind;
import org.storywire.news.PageKind;
import org.storywire.news.RawArticle;
import org.storywire.news.Relation;
import org.storywire.news.ScorePart;
import org.storywire.news.SeenItem;
import org.storywire.news.Source;
import org.storywire.news.SourceSettings;
import org.storywire.news.SourceState;
import org.storywire.news.Story;
import org.storywire.news.StoryEvidence;
import org.storywire.news.StoryOverride;
import org.storywire.news.StoryState;
import org.storywire.news.StoryUpdate;
import org.storywire.news.Topic;
import org.storywire.news.UpdateKind;
import org.storywire.news.UsageStatus;
import org.storywire.news.Verdict;

/**
 * One record of each topic with every field filled, so that a released sample carries bytes for
 * each. All tell of one copied report about a harbour bridge.
 */
final class Samples {

  private static final Instant PUBLISHED = Instant.parse("2026-03-04T05:06:07.008Z");
  private static final Instant RECEIVED = Instant.parse("2026-03-04T05:10:00Z");

  private Samples() {}

  /** The records that have a topic of their own, with a sample each. */
  static List<SpecificRecord> all() {
    return List.of(rawArticle(), article(), storyUpdate(), story(), source(), storyOverride());
  }

  static Source source() {
    return Source.newBuilder()
        .setSourceId("0123456789abcdef")
        .setSettings(
            SourceSettings.newBuilder()
                .setAddress("https://harbour-post.example/feed")
                .setName("Harbour Post")
                .setFullText(FullText.ALWAYS)
                .setLeastSeconds(300)
                .setMostSeconds(7200)
                .setAddedAt(PUBLISHED)
                .build())
        .setState(
            SourceState.newBuilder()
                .setAddress("https://harbour-post.example/news/feed")
                .setEtag("W/\"7\"")
                .setLastModified("Wed, 04 Mar 2026 05:06:07 GMT")
                .setTtlSeconds(600)
                .setSkipHours(List.of(2, 3))
                .setSkipDays(List.of(7))
                .setIntervalSeconds(450)
                .setDueAt(RECEIVED)
                .setHeardAt(PUBLISHED)
                .setBodyAt(PUBLISHED)
                .setNewsAt(PUBLISHED)
                .setFailures(1)
                .setLastAnswer("503")
                .setMoveTo("https://harbour-post.example/new-feed")
                .setMoveSince(PUBLISHED)
                .setEnded(true)
                .setTitle("Harbour Post: all news")
                .setLanguage("en-GB")
                .setRobots("allowed")
                .setItems(40)
                .setUndatedItems(2)
                .setShortItems(3)
                .setRequests(90)
                .setErrors(4)
                .setItemsPerHour(1.5)
                .setSeen(List.of(new SeenItem(1L, -2L, 3L)))
                .build())
        .build();
  }

  static RawArticle rawArticle() {
    return RawArticle.newBuilder()
        .setEventId("e1")
        .setTraceId("0123456789abcdef0123456789abcdef")
        .setNativeId("bridge-7")
        .setSource("harbour-post.example")
        .setUrl("https://harbour-post.example/bridge-7")
        .setTitle("Harbour bridge closes for repairs — “weeks”, says city")
        .setBody("The harbour bridge closed on Tuesday.\nDivers found cracks in two piers.")
        .setPublishedAt(PUBLISHED)
        .setReceivedAt(RECEIVED)
        .setOrigin("feed.jsonl:12")
        .setReceiptNumber(7)
        .setFeedAt(Instant.parse("2026-03-01T09:00:00Z"))
        .setExtra(Map.of("section", "local"))
        .build();
  }

  static Article article() {
    return Article.newBuilder()
        .setArticleId("a2")
        .setNativeId("bridge-7#1")
        .setEventId("e1")
        .setTraceId("0123456789abcdef0123456789abcdef")
        .setParentId("a1")
        .setSource("harbour-post.example")
        .setOutlet("harbour-post.example")
        .setUrl("https://harbour-post.example/bridge-7")
        .setTitle("Harbour bridge closes for repairs")
        .setBody("The harbour bridge closed on Tuesday.\n\nDivers found cracks in two piers.")
        .setLanguage("en")
        .setEdition("en")
        .setPublishedAt(PUBLISHED)
        .setPublishedAsGiven("yesterday at noon")
        .setEventAt(PUBLISHED)
        .setReceivedAt(RECEIVED)
        .setLate(true)
        .setCredits(List.of(new Credit(CreditKind.AGENCY, "Coast Wire")))
        .setFurniture(List.of("Subscribe to our newsletter"))
        .setRevision(1)
        .setVerdict(Verdict.COPY)
        .setPageKind(PageKind.OTHER)
        .setRelation(Relation.NEAR)
        .setCopyOf("a0")
        .setCopyGroup("a0")
        .setCreditsArticle("a0")
        .setCopyEvidence(
            CopyEvidence.newBuilder()
                .setOtherId("a0")
                .setContainment(0.93)
                .setJaccard(0.71)
                .setKeptShare(0.85)
                .setLongestRun(42)
                .setPassage("The harbour bridge closed on Tuesday.")
                .setPassageAt(0)
                .setPassageAtOther(17)
                .setLagMs(3_600_000L)
                .setConfidence(0.98)
                .setThreshold(0.5)
                .setRuleset("copies-1")
                .build())
        .setStoryId("s-a0")
        .setStoryEvidence(evidence())
        .setTopics(topics())
        .setEntities(entities())
        .setCorrections(1)
        .setStatus(UsageStatus.WITHHELD)
        .setEmbargoedUntil(RECEIVED)
        .setSubjects(List.of("medtop:20000432"))
        .build();
  }

  static StoryUpdate storyUpdate() {
    return StoryUpdate.newBuilder()
        .setEventId("u3")
        .setTraceId("0123456789abcdef0123456789abcdef")
        .setStoryId("s-a0")
        .setRevision(3)
        .setKind(UpdateKind.COVERAGE)
        .setAt(PUBLISHED)
        .setEdition("en")
        .setHeadline("Harbour bridge closes for repairs")
        .setArticleId("a2")
        .setNativeId("bridge-7#1")
        .setSource("harbour-post.example")
        .setUrl("https://harbour-post.example/bridge-7")
        .setArticleTitle("Harbour bridge closes for repairs")
        .setCopyOf("a0")
        .setCopyGroup("a0")
        .setOtherStoryId("s-b0")
        .setMaterial(true)
        .setNews(
            List.of(
                NewItem.newBuilder()
                    .setKind(NewKind.SENTENCE)
                    .setText("Divers found cracks in two piers.")
                    .setStart(39)
                    .setEnd(72)
                    .setScore(0.8)
                    .build()))
        .setLate(true)
        .setArticles(3)
        .setIndependent(2)
        .setCopies(1)
        .setTopics(topics())
        .setEvidence(evidence())
        .setVerdict(Verdict.COPY)
        .setFormerVerdict(Verdict.ORIGINAL)
        .setWithdrawn(true)
        .setOverrideId("o1")
        .setStatus(UsageStatus.WITHHELD)
        .setEmbargoedUntil(RECEIVED)
        .setReceivedAfterMs(60_000L)
        .setBehindFirstMs(3_600_000L)
        .setAffairId("a-a0")
        .setAffairReason("Tells of the same matter as 4 stories.")
        .setFormerAffairId("a-b0")
        .build();
  }

  static StoryOverride storyOverride() {
    return StoryOverride.newBuilder()
        .setOverrideId("o2")
        .setEdition("en")
        .setKind(OverrideKind.SAME_STORY)
        .setArticleIds(List.of("a2", "a3"))
        .setOtherArticleId("a0")
        .setHeadline("Harbour bridge closes for weeks")
        .setBy("night desk")
        .setAt(RECEIVED)
        .setReason("Same closure.")
        .setUndoes("o1")
        .build();
  }

  static Story story() {
    return Story.newBuilder()
        .setStoryId("s-a0")
        .setRevision(3)
        .setState(StoryState.MERGED)
        .setRedirectTo("s-b0")
        .setEdition("en")
        .setHeadline("Harbour bridge closes for repairs")
        .setHeadlineArticleId("a2")
        .setHeadlineReason("Its words are those that the other reports use most.")
        .setFirstHeadline("Cracks found in harbour bridge")
        .setFirstAt(PUBLISHED)
        .setLastAt(RECEIVED)
        .setArticles(3)
        .setIndependent(2)
        .setCopies(1)
        .setPerHour(0.125)
        .setSources(List.of("harbour-post.example", "tide-times.example"))
        .setLanguages(List.of("en", "fr"))
        .setTopics(topics())
        .setEntities(entities())
        .setLatestNews("Divers found cracks in two piers.")
        .setArticleIds(List.of("a0", "a1", "a2"))
        .setAffairId("a-a0")
        .setAffairReason("Tells of the same matter as 4 stories.")
        .build();
  }

  private static StoryEvidence evidence() {
    return StoryEvidence.newBuilder()
        .setReason("Title and names match.")
        .setScore(0.77)
        .setThreshold(0.4)
        .setParts(List.of(new ScorePart("title", 0.9, 0.3)))
        .setNextStoryId("s-b0")
        .setNextScore(0.2)
        .setRuleset("stories-1")
        .build();
  }

  private static List<Topic> topics() {
    return List.of(new Topic("medtop:04000000", "economy, business and finance", 0.9, true));
  }

  private static List<Entity> entities() {
    return List.of(new Entity("Harbour Bridge", EntityKind.PLACE, 2));
  }
}
