package org.storywire.processor.monitor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.storywire.news.Article;
import org.storywire.news.CopyEvidence;
import org.storywire.news.NewItem;
import org.storywire.news.NewKind;
import org.storywire.news.Relation;
import org.storywire.news.ScorePart;
import org.storywire.news.StoryEvidence;
import org.storywire.news.StoryUpdate;
import org.storywire.news.Topic;
import org.storywire.news.UpdateKind;
import org.storywire.news.Verdict;

/**
 * An invented morning of news, told as the processor would tell it: what tests of the page look at
 * and what its pictures show. The same calls give the same records.
 */
final class InventedNews {

  private static final Topic DISASTER =
      new Topic("medtop:03000000", "disaster, accident and emergency incident", 0.93, true);
  private static final Topic FLOOD = new Topic("medtop:20000151", "flood", 0.91, false);
  private static final Topic TRANSPORT =
      new Topic("medtop:20000140", "transport accident and incident", 0.88, false);
  private static final Topic ECONOMY =
      new Topic("medtop:04000000", "economy, business and finance", 0.9, true);
  private static final Topic RATES = new Topic("medtop:20000372", "interest rate", 0.86, false);
  private static final Topic HEALTH = new Topic("medtop:07000000", "health", 0.9, true);
  private static final Topic EPIDEMIC = new Topic("medtop:20000449", "epidemic", 0.83, false);
  private static final Topic SPORT = new Topic("medtop:15000000", "sport", 0.97, false);
  private static final Topic POLITICS = new Topic("medtop:11000000", "politics", 0.9, true);
  private static final Topic ELECTION = new Topic("medtop:20000574", "election", 0.84, false);
  private static final Topic ENVIRONMENT = new Topic("medtop:06000000", "environment", 0.8, true);
  private static final Topic WILDLIFE = new Topic("medtop:20000425", "animal", 0.7, false);

  private final TestMonitor monitor;
  private final Map<String, Integer> revisions = new HashMap<>();
  private final Map<String, Integer> articles = new HashMap<>();
  private final Map<String, Integer> copies = new HashMap<>();
  private final Map<String, String> headlines = new HashMap<>();
  private final Map<String, List<Topic>> topics = new HashMap<>();
  private final Map<String, Article> told = new LinkedHashMap<>();

  InventedNews(TestMonitor monitor) {
    this.monitor = monitor;
  }

  /** Tells the whole morning, which ends at an instant. */
  void tell(Instant end) {
    Instant start = end.minusSeconds(3 * 3600);
    flood(start);
    bank(start.plusSeconds(1_500));
    ferry(start.plusSeconds(4_000));
    smaller(start, new Random(7));
    letters(end);
  }

  /** A report that no other article is the source of. */
  void report(
      String story, String article, String source, Instant at, String title, String... sentences) {
    String body = String.join(" ", sentences) + "\n\n" + background(title);
    boolean first = !revisions.containsKey(story);
    headlines.putIfAbsent(story, title);
    List<NewItem> news = new ArrayList<>();
    int from = 0;
    for (String sentence : sentences) {
      int begin = body.indexOf(sentence, from);
      news.add(
          new NewItem(
              NewKind.SENTENCE,
              sentence,
              begin,
              begin + sentence.length(),
              0.9 - news.size() * 0.1));
      from = begin + sentence.length();
    }
    StoryEvidence evidence =
        first
            ? new StoryEvidence(
                "No story held was close enough.", 0.21, 0.55, List.of(), null, 0.0, "invented")
            : new StoryEvidence(
                "Same places, figures and names within the hour.",
                0.78,
                0.55,
                List.of(
                    new ScorePart("entities", 0.71, 0.42),
                    new ScorePart("title", 0.62, 0.31),
                    new ScorePart("body terms", 0.55, 0.38),
                    new ScorePart("time", 0.9, 0.08)),
                "story-other",
                0.19,
                "invented");
    put(
        article(story, article, source, at, title, body)
            .setVerdict(Verdict.ORIGINAL)
            .setRelation(Relation.NONE)
            .setCopyGroup(article)
            .setStoryEvidence(evidence)
            .build());
    monitor.take(
        update(story, article, source, at, title, first ? UpdateKind.OPENED : UpdateKind.COVERAGE)
            .setMaterial(sentences.length > 0)
            .setNews(news)
            .setEvidence(evidence)
            .build());
  }

  /** A copy of an article that keeps a share of its text. */
  void copy(String of, String article, String source, int minutesLater, double kept, String title) {
    Article parent = told.get(of);
    Instant at = parent.getEventAt().plusSeconds(60L * minutesLater);
    String story = parent.getStoryId();
    int length = Math.max(40, (int) (parent.getBody().length() * kept));
    String body = parent.getBody().substring(0, Math.min(length, parent.getBody().length()));
    CopyEvidence evidence =
        new CopyEvidence(
            of,
            0.97,
            kept * 0.9,
            kept,
            body.split(" ").length,
            body,
            0,
            0,
            minutesLater * 60_000L,
            0.96,
            0.6,
            "invented");
    put(
        article(story, article, source, at, title, body)
            .setVerdict(Verdict.COPY)
            .setRelation(
                kept > 0.98 ? Relation.EXACT : kept > 0.7 ? Relation.NEAR : Relation.EXCERPT)
            .setCopyOf(of)
            .setCopyGroup(parent.getCopyGroup())
            .setCopyEvidence(evidence)
            .build());
    copies.merge(story, 1, Integer::sum);
    monitor.take(update(story, article, source, at, title, UpdateKind.COPY).setCopyOf(of).build());
  }

  /** Topics of a story, told before its first report. */
  void about(String story, Topic... which) {
    topics.put(story, List.of(which));
  }

  private void flood(Instant start) {
    about("story-flood", FLOOD, DISASTER, ENVIRONMENT);
    report(
        "story-flood",
        "f1",
        "calder-wire.example",
        start,
        "River Calder breaks its banks at Mill Street",
        "The River Calder broke its banks at Mill Street shortly before six.",
        "About 400 homes are without power, the grid operator said.");
    copy("f1", "f2", "valley-post.example", 4, 1, "River Calder breaks its banks");
    copy(
        "f1",
        "f3",
        "northern-courier.example",
        11,
        0.84,
        "Calder floods Mill Street, hundreds without power");
    copy("f2", "f4", "newsboard.example", 19, 0.45, "Flood: homes without power");
    report(
        "story-flood",
        "f5",
        "radio-calder.example",
        start.plusSeconds(2_400),
        "Evacuation order for three districts along the Calder",
        "The county ordered three districts along the river to be evacuated by noon.",
        "A rest centre has opened in the sports hall at Elm Road.");
    copy("f5", "f6", "valley-post.example", 7, 0.92, "Three districts told to leave");
    report(
        "story-flood",
        "f7",
        "city-desk.example",
        start.plusSeconds(6_300),
        "Flood crest at Calder Bridge now expected at four",
        "Hydrologists now expect the crest at Calder Bridge at four in the afternoon, two hours later than forecast.");
    report(
        "story-flood",
        "f8",
        "calder-wire.example",
        start.plusSeconds(10_200),
        "Calder Bridge closed to all traffic as water rises",
        "Police closed Calder Bridge to all traffic at ten past nine.",
        "The hospital has moved 60 patients to upper floors, its director said.");
    copy("f8", "f9", "valley-post.example", 3, 1, "Calder Bridge closed to all traffic");
    copy("f8", "f10", "northern-courier.example", 5, 0.78, "Bridge shut, hospital moves patients");
    report(
        "story-flood",
        "f11",
        "la-ribera.example",
        start.plusSeconds(10_500),
        "El Calder obliga a cerrar el puente y evacuar tres barrios",
        "El hospital ha trasladado a sesenta pacientes a las plantas superiores.");
  }

  private void bank(Instant start) {
    about("story-bank", RATES, ECONOMY);
    report(
        "story-bank",
        "b1",
        "ledger.example",
        start,
        "Central bank holds rate at 3.25 percent, signals a cut in May",
        "The central bank left its main rate at 3.25 percent.",
        "Two of nine members voted for a cut, the minutes show.");
    for (int i = 0; i < 9; i++) {
      copy(
          "b1",
          "bc" + i,
          "paper" + i + ".example",
          3 + 4 * i,
          i % 3 == 0 ? 1 : 0.9 - i * 0.05,
          i % 3 == 0 ? "Central bank holds rate at 3.25 percent" : "Rates on hold, cut in sight");
    }
    report(
        "story-bank",
        "b2",
        "market-hour.example",
        start.plusSeconds(3_000),
        "Bond yields fall after bank hints at May cut",
        "Two-year yields fell 11 basis points within the hour.");
  }

  private void ferry(Instant start) {
    about("story-ferry", TRANSPORT, DISASTER);
    report(
        "story-ferry",
        "y1",
        "harbour.example",
        start,
        "Ferry with 212 aboard runs aground off Harrow Point",
        "The ferry Saint Brannoc ran aground off Harrow Point at 7.40 with 212 people aboard.");
    copy("y1", "y2", "coast-fm.example", 6, 0.7, "Ferry aground off Harrow Point");
    report(
        "story-ferry",
        "y3",
        "island-times.example",
        start.plusSeconds(1_900),
        "All passengers taken off grounded ferry",
        "All 212 passengers and crew are safe, the operator said.",
        "Divers will inspect the hull at low water.");
    report(
        "story-ferry",
        "y4",
        "city-desk.example",
        start.plusSeconds(6_200),
        "Grounded ferry had steering fault last month, union says",
        "The seafarers' union said the ferry's steering had failed twice in February.");
  }

  private void smaller(Instant start, Random random) {
    String[][] lines = {
      {
        "story-measles",
        "clinic-news.example",
        "Measles cases in Arden district rise to 41",
        "Health officials confirmed 41 cases, up from 29 last week."
      },
      {
        "story-election",
        "assembly-watch.example",
        "Recount ordered in Westmarch after margin of nine votes",
        "The margin was nine votes out of 38,214 cast."
      },
      {
        "story-derby",
        "touchline.example",
        "Rovers settle the derby with two late goals",
        "Both goals came after the 88th minute."
      },
      {
        "story-otters",
        "green-lane.example",
        "Otters return to the Lyme after sixty years",
        "Rangers filmed a pair with three cubs."
      },
      {
        "story-strike",
        "ledger.example",
        "Tram drivers call two-day strike over night shifts",
        "The strike begins on Thursday at four in the morning."
      },
      {
        "story-fire",
        "radio-calder.example",
        "Warehouse fire at Dunmoor docks under control",
        "No one was hurt, the fire brigade said."
      },
      {
        "story-vaccine",
        "clinic-news.example",
        "Regulator asks for more data on inhaled vaccine",
        "The maker has until June to answer."
      },
      {
        "story-festival",
        "city-desk.example",
        "Lantern festival moves indoors as storm nears",
        "Tickets stay valid, the organisers said."
      },
    };
    Topic[][] themes = {
      {EPIDEMIC, HEALTH},
      {ELECTION, POLITICS},
      {SPORT},
      {WILDLIFE, ENVIRONMENT},
      {ECONOMY},
      {DISASTER},
      {HEALTH},
      {ENVIRONMENT},
    };
    for (int i = 0; i < lines.length; i++) {
      String[] line = lines[i];
      about(line[0], themes[i]);
      report(
          line[0],
          "m" + i,
          line[1],
          start.plusSeconds(900L * i + random.nextInt(600)),
          line[2],
          line[3]);
      for (int j = 0; j < random.nextInt(4); j++) {
        copy(
            "m" + i,
            "m" + i + "c" + j,
            "paper" + j + ".example",
            5 + 6 * j,
            0.6 + 0.1 * j,
            line[2]);
      }
    }
  }

  private void letters(Instant end) {
    var headers = new org.apache.kafka.common.header.internals.RecordHeaders();
    headers.add(
        "__streams.errors.exception",
        "org.storywire.UnreadablePage".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    headers.add(
        "__streams.errors.message",
        "feed line 812 is no JSON, expected an object"
            .getBytes(java.nio.charset.StandardCharsets.UTF_8));
    headers.add(
        "__streams.errors.topic",
        "news.raw-articles.v1".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    headers.add(
        "__streams.errors.partition", "3".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    headers.add(
        "__streams.errors.offset", "4711".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    monitor.health.deadLetter(
        new org.apache.kafka.clients.consumer.ConsumerRecord<>(
            "news.dead-letters.v1",
            0,
            1,
            end.toEpochMilli(),
            org.apache.kafka.common.record.TimestampType.CREATE_TIME,
            1,
            1,
            "paper2.example".getBytes(java.nio.charset.StandardCharsets.UTF_8),
            "{\"title\": \"Half a rec".getBytes(java.nio.charset.StandardCharsets.UTF_8),
            headers,
            java.util.Optional.empty()));
  }

  private void put(Article article) {
    told.put(article.getArticleId(), article);
    articles.merge(article.getStoryId(), 1, Integer::sum);
    monitor.take(article);
  }

  private StoryUpdate.Builder update(
      String story, String article, String source, Instant at, String title, UpdateKind kind) {
    int revision = revisions.merge(story, 1, Integer::sum);
    int all = articles.get(story);
    int copied = copies.getOrDefault(story, 0);
    return Samples.update(story, revision)
        .setKind(kind)
        .setAt(at)
        .setHeadline(headlines.get(story))
        .setArticleId(article)
        .setNativeId(article)
        .setSource(source)
        .setUrl("https://" + source + "/" + article)
        .setArticleTitle(title)
        .setMaterial(false)
        .setNews(List.of())
        .setArticles(all)
        .setIndependent(all - copied)
        .setCopies(copied)
        .setTopics(topics.getOrDefault(story, List.of()));
  }

  private static Article.Builder article(
      String story, String id, String source, Instant at, String title, String body) {
    return Article.newBuilder()
        .setArticleId(id)
        .setNativeId(id)
        .setEventId("e-" + id)
        .setTraceId("")
        .setSource(source)
        .setUrl("https://" + source + "/" + id)
        .setTitle(title)
        .setBody(body)
        .setLanguage("en")
        .setEdition("en")
        .setPublishedAt(at)
        .setEventAt(at)
        .setReceivedAt(at)
        .setStoryId(story);
  }

  private static String background(String title) {
    return "This report was written for a test. What it says about \""
        + title
        + "\" is invented, and so are its places and people.";
  }
}
