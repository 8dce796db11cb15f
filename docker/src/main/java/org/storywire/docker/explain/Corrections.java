package org.storywire.docker.explain;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.storywire.news.StoryUpdate;
import org.storywire.news.UpdateKind;

/**
 * The last correction on each subject of one article, in whatever order the updates are read.
 *
 * <p>Revisions order the updates of one story. An article moves to another story, and so to another
 * partition, when stories merge or split: each of the two then reports it in an update of its own,
 * and what the one said until then came before what the other says from then on. Event time does
 * not tell: a correction bears the time of the article that caused it, and an origin that comes
 * late is older than all that came before it.
 *
 * <p>A story that begins at revision 1 again is told anew: its processor was given another
 * application id. What was said of it until then no longer counts.
 */
final class Corrections {

  /** Up to {@code revision} of {@code story} came before {@code otherRevision} of {@code other}. */
  private record Meeting(String story, long revision, String other, long otherRevision) {}

  /** One side of a merger or split. */
  private record Side(String traceId, UpdateKind kind, String story, String other) {}

  private static final Comparator<StoryUpdate> BY_EVENT_TIME =
      Comparator.comparing(StoryUpdate::getAt).thenComparing(StoryUpdate::getEventId);

  private final String articleId;
  private final List<StoryUpdate> corrections = new ArrayList<>();
  private final Map<Side, Long> sides = new HashMap<>();
  private final List<Meeting> meetings = new ArrayList<>();
  private final Set<String> noted = new HashSet<>();

  Corrections(String articleId) {
    this.articleId = articleId;
  }

  /** Takes an update of any kind, story and article; those of one story in their order. */
  void add(StoryUpdate update) {
    String story = update.getStoryId();
    if (update.getRevision() == 1 && noted.remove(story)) {
      forget(story);
    }
    UpdateKind kind = update.getKind();
    if (kind == UpdateKind.MERGED || kind == UpdateKind.SPLIT) {
      meet(update);
      noted.add(story);
    } else if (Articles.CORRECTIONS.contains(kind) && articleId.equals(update.getArticleId())) {
      corrections.add(update);
      noted.add(story);
    }
  }

  private void forget(String story) {
    corrections.removeIf(update -> update.getStoryId().equals(story));
    sides.keySet().removeIf(side -> side.story().equals(story));
    meetings.removeIf(meeting -> meeting.story().equals(story) || meeting.other().equals(story));
  }

  private void meet(StoryUpdate update) {
    String story = update.getStoryId();
    String other = update.getOtherStoryId();
    sides.put(new Side(update.getTraceId(), update.getKind(), story, other), update.getRevision());
    Long there = sides.get(new Side(update.getTraceId(), update.getKind(), other, story));
    if (there != null) {
      meetings.add(new Meeting(story, update.getRevision(), other, there));
      meetings.add(new Meeting(other, there, story, update.getRevision()));
    }
  }

  /**
   * The last correction on each subject. Where nothing tells which of two came first, because the
   * article was forgotten and came anew, it is the one of later event time.
   */
  Map<UpdateKind, Articles.Later> last() {
    Map<UpdateKind, Articles.Later> last = new EnumMap<>(UpdateKind.class);
    Map<UpdateKind, List<StoryUpdate>> bySubject =
        corrections.stream().collect(Collectors.groupingBy(c -> Articles.subject(c.getKind())));
    for (UpdateKind kind : bySubject.keySet()) {
      List<StoryUpdate> said = bySubject.get(kind);
      said.stream()
          .filter(one -> said.stream().noneMatch(other -> before(one, other)))
          .max(BY_EVENT_TIME)
          .ifPresent(update -> last.put(kind, later(update)));
    }
    return last;
  }

  private static Articles.Later later(StoryUpdate update) {
    return new Articles.Later(Optional.ofNullable(update.getCopyOf()), update.getTraceId());
  }

  /** Whether revisions and meetings show that one update came before another. */
  private boolean before(StoryUpdate one, StoryUpdate other) {
    if (one.getStoryId().equals(other.getStoryId())) {
      return one.getRevision() < other.getRevision();
    }
    Map<String, Long> since = new HashMap<>();
    Deque<String> open = new ArrayDeque<>();
    since.put(one.getStoryId(), one.getRevision());
    open.add(one.getStoryId());
    while (!open.isEmpty()) {
      String story = open.remove();
      for (Meeting meeting : meetings) {
        if (meeting.story().equals(story) && meeting.revision() > since.get(story)) {
          long known = since.getOrDefault(meeting.other(), Long.MAX_VALUE);
          if (meeting.otherRevision() < known) {
            since.put(meeting.other(), meeting.otherRevision());
            open.add(meeting.other());
          }
        }
      }
    }
    return since.getOrDefault(other.getStoryId(), Long.MAX_VALUE) < other.getRevision();
  }
}
