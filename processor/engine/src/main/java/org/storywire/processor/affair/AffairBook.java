package org.storywire.processor.affair;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The one writer of affairs. An affair is held as long as one of its stories is, so that there are
 * never more affairs than stories.
 */
final class AffairBook implements AffairView {

  private final AffairMemory memory;
  private final Map<String, Affair> affairs = new HashMap<>();
  private final Map<String, String> affairOf = new HashMap<>();
  private final Map<String, TreeSet<String>> storiesOf = new HashMap<>();

  AffairBook(AffairMemory memory) {
    this.memory = memory;
  }

  @Override
  public Optional<Affair> affairOf(String storyId) {
    return Optional.ofNullable(affairOf.get(storyId)).map(affairs::get);
  }

  @Override
  public int stories(Affair affair) {
    return storiesOf.get(affair.id()).size();
  }

  void restore(byte[] value) {
    Affair affair = Affair.fromBytes(value);
    affairs.put(affair.id(), affair);
  }

  /**
   * Takes back where a story was.
   *
   * @throws IllegalStateException if its affair was not restored before
   */
  void restore(String storyId, String affairId) {
    if (!affairs.containsKey(affairId)) {
      throw new IllegalStateException(
          "affair " + affairId + " of story " + storyId + " was not restored before it");
    }
    enter(storyId, affairId);
  }

  private void enter(String storyId, String affairId) {
    affairOf.put(storyId, affairId);
    storiesOf.computeIfAbsent(affairId, id -> new TreeSet<>()).add(storyId);
  }

  /** Carries a verdict out; tells every story whose affair is another one, or now announced. */
  List<Membership> apply(
      String storyId, Instant at, TermVector article, AffairRule.Verdict verdict) {
    List<Membership> told = new ArrayList<>();
    if (affairOf(storyId).isEmpty()) {
      String id = verdict.joins().map(match -> match.affair().id()).orElseGet(() -> fresh(storyId));
      affairs.computeIfAbsent(id, fresh -> new Affair(fresh, at, false, TermVector.NONE));
      enter(storyId, id);
      String reason =
          verdict
              .joins()
              .map(match -> Reasons.joined(match, stories(match.affair()) - 1))
              .orElse("");
      told.addAll(announce(storyId, id));
      told.add(new Membership(storyId, id, reason, Optional.empty()));
    }
    verdict.same().ifPresent(match -> told.addAll(unite(storyId, match)));
    Affair own = affairs.get(affairOf.get(storyId));
    save(own.with(article));
    return told;
  }

  private String fresh(String storyId) {
    String id = "a-" + (storyId.startsWith("s-") ? storyId.substring(2) : storyId);
    while (affairs.containsKey(id)) {
      id += "+";
    }
    return id;
  }

  /** Tells the stories of an affair that nobody knew of, once there is another one. */
  private List<Membership> announce(String storyId, String affairId) {
    Affair affair = affairs.get(affairId);
    if (affair.announced() || stories(affair) < 2) {
      return List.of();
    }
    affairs.put(affairId, affair.announce());
    return storiesOf.get(affairId).stream()
        .filter(other -> !other.equals(storyId))
        .map(other -> new Membership(other, affairId, Reasons.began(storyId), Optional.empty()))
        .toList();
  }

  /** Makes one affair of two: the older stays, the other's stories move. */
  private List<Membership> unite(String storyId, AffairRule.Match match) {
    Affair home = affairs.get(affairOf.get(storyId));
    Affair other = affairs.get(match.affair().id());
    Affair stays = home.olderThan(other) ? home : other;
    Affair leaves = stays == home ? other : home;
    List<Membership> told = new ArrayList<>();
    affairs.put(stays.id(), stays.with(leaves.terms()));
    Optional<String> former = Optional.of(leaves.id()).filter(id -> leaves.announced());
    String reason = Reasons.united(match, storyId, leaves);
    for (String moving : List.copyOf(storiesOf.get(leaves.id()))) {
      enter(moving, stays.id());
      told.add(new Membership(moving, stays.id(), reason, former));
    }
    drop(leaves.id());
    if (!stays.announced()) {
      affairs.put(stays.id(), affairs.get(stays.id()).announce());
      for (String before : storiesOf.get(stays.id())) {
        if (told.stream().noneMatch(membership -> membership.storyId().equals(before))) {
          told.add(new Membership(before, stays.id(), reason, Optional.empty()));
        }
      }
    }
    return told;
  }

  private void save(Affair affair) {
    affairs.put(affair.id(), affair);
    memory.putAffair(affair.id(), affair.toBytes());
  }

  private void drop(String affairId) {
    affairs.remove(affairId);
    storiesOf.remove(affairId);
    memory.deleteAffair(affairId);
  }

  /** A story leaves: it is forgotten, or another one continues it. */
  void leave(String storyId) {
    String affairId = affairOf.remove(storyId);
    if (affairId == null) {
      return;
    }
    TreeSet<String> stories = storiesOf.get(affairId);
    stories.remove(storyId);
    if (stories.isEmpty()) {
      drop(affairId);
    }
  }

  /** One story continues another: what only that one's affair knew is the affair's that stays. */
  void merge(String staysId, String leavesId) {
    Optional<Affair> stays = affairOf(staysId);
    Optional<Affair> leaves = affairOf(leavesId);
    if (leaves.isEmpty()) {
      return;
    }
    if (stays.isEmpty()) {
      enter(staysId, leaves.get().id());
    } else if (!stays.equals(leaves) && stories(leaves.get()) == 1) {
      save(stays.get().with(leaves.get().terms()));
    }
    leave(leavesId);
  }
}
