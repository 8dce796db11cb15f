package org.storywire.ingest.sources;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Items that were sent, so that none is sent again unless it has changed. An item is known by its
 * id. Publishers who give new ids each time are seen through: an item is also known by its address,
 * if no other item of the feed has the same, and by a text of some length.
 *
 * @param items those seen last at the end
 */
public record SeenItems(List<Seen> items) {

  /**
   * An item as it was sent.
   *
   * @param id hash of its native id
   * @param link hash of its address; 0 if it has none
   * @param content hash of title and text
   */
  public record Seen(long id, long link, long content) {}

  /**
   * What is new in a feed.
   *
   * @param items new and changed ones, in the feed's order
   * @param seen to be known from now on
   */
  record News(List<FeedItem> items, SeenItems seen) {
    News {
      items = List.copyOf(items);
    }
  }

  static final SeenItems NONE = new SeenItems(List.of());

  /** Items that are remembered beyond those of the feed as it is. */
  private static final int MOST_GONE = 1_000;

  /** Two items that say this much with the same words are one. */
  private static final int TELLING_LETTERS = 200;

  /** Copies the items. */
  public SeenItems {
    items = List.copyOf(items);
  }

  News news(List<FeedItem> feed) {
    Map<Long, Seen> byId = new LinkedHashMap<>();
    Map<Long, Optional<Seen>> byLink = new HashMap<>();
    Map<Long, Seen> byContent = new HashMap<>();
    for (Seen seen : items) {
      byId.put(seen.id, seen);
      // An address that two items have tells neither.
      byLink.merge(seen.link, Optional.of(seen), (one, other) -> Optional.empty());
      byContent.put(seen.content, seen);
    }
    Set<Long> sharedLinks = sharedLinks(feed);
    List<FeedItem> news = new ArrayList<>();
    Map<Long, Seen> present = new LinkedHashMap<>();
    for (FeedItem item : feed) {
      Seen now = new Seen(item.idHash(), item.linkHash(), item.contentHash());
      if (present.putIfAbsent(now.id, now) != null) {
        // Given twice in one feed: the first, which is the newest as a rule, counts.
        continue;
      }
      Seen before = byId.get(now.id);
      if (before == null && now.link != 0 && !sharedLinks.contains(now.link)) {
        before = byLink.getOrDefault(now.link, Optional.empty()).orElse(null);
      }
      if (before == null && (now.link == 0 || item.text().length() >= TELLING_LETTERS)) {
        before = byContent.get(now.content);
      }
      if (before == null || before.content != now.content) {
        news.add(item);
      }
      if (before != null) {
        byId.remove(before.id);
      }
    }
    return new News(news, remembered(byId, present));
  }

  /** These items too, as far as they were sent. */
  SeenItems plus(List<FeedItem> sent) {
    Map<Long, Seen> all = new LinkedHashMap<>();
    items.forEach(seen -> all.put(seen.id, seen));
    for (FeedItem item : sent) {
      Seen now = new Seen(item.idHash(), item.linkHash(), item.contentHash());
      all.remove(now.id);
      all.put(now.id, now);
    }
    return new SeenItems(List.copyOf(all.values()));
  }

  private static SeenItems remembered(Map<Long, Seen> gone, Map<Long, Seen> present) {
    gone.keySet().removeAll(present.keySet());
    List<Seen> all = new ArrayList<>(gone.values());
    all.subList(0, Math.max(0, all.size() - MOST_GONE)).clear();
    all.addAll(present.values());
    return new SeenItems(all);
  }

  private static Set<Long> sharedLinks(List<FeedItem> feed) {
    Set<Long> once = new HashSet<>();
    Set<Long> shared = new HashSet<>();
    for (FeedItem item : feed) {
      if (!once.add(item.linkHash())) {
        shared.add(item.linkHash());
      }
    }
    return shared;
  }
}
