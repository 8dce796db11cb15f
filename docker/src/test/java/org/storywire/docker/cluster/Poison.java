package org.storywire.docker.cluster;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.storywire.news.RawArticle;
import org.storywire.news.Story;
import org.storywire.schemas.NewsSerdes;
import org.storywire.schemas.NewsTopics;

/** Records that a processor cannot use, and one that it can. */
final class Poison {

  static final Instant SENT_AT = Instant.parse("2026-03-02T08:00:00Z");

  private static final int MEGABYTE = 1024 * 1024;

  private Poison() {}

  /** What is no raw article, by what it is. */
  static Map<String, byte[]> records() {
    byte[] good =
        NewsSerdes.rawArticle().serializer().serialize(NewsTopics.RAW_ARTICLES, article("cut"));
    Map<String, byte[]> poison = new LinkedHashMap<>();
    poison.put("random bytes", noise(500));
    poison.put("no bytes", new byte[0]);
    poison.put("truncated Avro", Arrays.copyOf(good, good.length / 2));
    poison.put("bytes after the end", Arrays.copyOf(good, good.length + 3));
    poison.put("unknown schema", unknownSchema(good));
    poison.put("wrong record type", NewsSerdes.story().serializer().serialize("topic", story()));
    poison.put("null value", null);
    poison.put("7 MB of noise", noise(7 * MEGABYTE));
    poison.put("as large as the topic takes", noise(8 * MEGABYTE - 200));
    return poison;
  }

  /** Random bytes, the same for the same length. */
  static byte[] noise(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }

  /** Single-object encoding: two bytes of magic, then eight that name the schema. */
  private static byte[] unknownSchema(byte[] good) {
    byte[] changed = good.clone();
    Arrays.fill(changed, 2, 10, (byte) 7);
    return changed;
  }

  /** An article that nothing is wrong with. */
  static RawArticle article(String id) {
    return RawArticle.newBuilder()
        .setEventId(id)
        .setTraceId("0123456789abcdef0123456789abcdef")
        .setNativeId(id)
        .setSource("gazette.example")
        .setTitle("Ferry runs aground")
        .setBody("The ferry ran aground at dawn with forty people on board. Nobody was hurt.")
        .setReceivedAt(SENT_AT)
        .setOrigin("feed line 1")
        .build();
  }

  private static Story story() {
    return Story.newBuilder()
        .setStoryId("s-1")
        .setRevision(1)
        .setHeadline("Ferry runs aground")
        .setFirstAt(SENT_AT)
        .setLastAt(SENT_AT)
        .setArticles(1)
        .setIndependent(1)
        .setCopies(0)
        .build();
  }
}
