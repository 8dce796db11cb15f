package org.storywire.processor.syndication;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Stage two: judges the articles of one edition in order. Not for use by several threads. All time
 * is event time; the window ends at the latest event time seen.
 */
public final class Syndicator {

  /** Articles that may leave the window during one call: more than arrive, so the backlog ends. */
  private static final int EVICTIONS = 64;

  private final SyndicationConfig config;
  private final CopyMemory memory;
  private final Held held;
  private final CopyTree tree = new CopyTree();
  private final Comparer comparer = new Comparer();
  private final Neighbourhood neighbourhood;

  /** Makes a judge with an empty window; {@link #restore(byte[])} fills it. */
  public Syndicator(SyndicationConfig config, CopyMemory memory) {
    this.config = config;
    this.memory = memory;
    this.held = new Held(config);
    this.neighbourhood = new Neighbourhood(config, held, tree, comparer);
  }

  /** Takes in one stored article; call for all, by sequence, before the first judgement. */
  public void restore(byte[] stored) {
    held.restore(EntryCodec.decode(stored));
  }

  /** Articles in the window. */
  public int held() {
    return held.size();
  }

  /** Articles out of the window whose place in the copy tree is still needed. */
  int ghosts() {
    return held.ghosts();
  }

  /** Texts compared so far. */
  public long comparisons() {
    return comparer.comparisons();
  }

  /** Memory of the window and its index, estimated [bytes]. */
  public long bytesHeld() {
    return held.bytes();
  }

  /**
   * Judges an article and remembers it.
   *
   * @param body the text the fingerprint was made from, for the passage in the evidence
   */
  public Judgement judge(Fingerprint fingerprint, String body) {
    held.advance(fingerprint.time());
    evict();
    Optional<Entry> known = held.find(fingerprint.id());
    comparer.begin(fingerprint);
    Entry arrived = Entry.of(fingerprint);
    if (known.isPresent() && known.get().fingerprint.revision() > fingerprint.revision()) {
      return outdated(fingerprint, body, known.get());
    }
    boolean keep = known.isPresent() || fingerprint.time() >= limit();
    List<Correction> corrections = new ArrayList<>();
    Optional<CopyEvidence> change = Optional.empty();
    if (known.isPresent()) {
      change = Optional.of(evidence(fingerprint, body, known.get()));
      replace(known.get(), arrived);
      StalePassages.of(known.get(), arrived).stream()
          .map(entry -> correction(Correction.Kind.STALE_PASSAGE, entry))
          .forEach(corrections::add);
    } else if (keep) {
      held.takeGhost(fingerprint.id()).ifPresent(ghost -> inherit(ghost, arrived));
    }
    Neighbours neighbours = neighbourhood.relate(arrived, keep);
    if (keep) {
      held.add(arrived);
    }
    List<CopyTree.Change> changes = tree.changes(arrived);
    changes.stream()
        .filter(CopyTree.Change::news)
        .forEach(one -> corrections.add(correction(Correction.Kind.TREE, one.entry())));
    tree.touchedGhosts().forEach(held::settle);
    Judgement judgement =
        new Judgement(
            verdict(arrived, body, neighbours, change), neighbours.rewrite(), corrections);
    if (keep) {
      store(arrived);
    } else {
      held.drop(arrived);
    }
    changes.forEach(one -> store(one.entry()));
    return judgement;
  }

  private void store(Entry entry) {
    memory.put(entry.sequence, EntryCodec.encode(entry, held.clock()));
  }

  private long limit() {
    return held.clock() - config.window().toMillis();
  }

  private void evict() {
    for (int i = 0; i < EVICTIONS; i++) {
      Optional<Entry> evicted = held.evictBefore(limit());
      if (evicted.isEmpty()) {
        return;
      }
      memory.delete(evicted.get().sequence);
    }
  }

  private CopyVerdict verdict(
      Entry arrived, String body, Neighbours neighbours, Optional<CopyEvidence> change) {
    String origin = CopyTree.origin(arrived).id;
    Optional<Entry> parent = CopyTree.parent(arrived);
    Optional<CopyVerdict.Copy> copy =
        parent.map(
            to ->
                new CopyVerdict.Copy(
                    to.id, origin, arrived.relation, evidence(arrived.fingerprint, body, to)));
    if (change.isPresent()) {
      return new CopyVerdict.Revision(origin, change.get(), copy);
    }
    if (copy.isPresent()) {
      return copy.get();
    }
    return new CopyVerdict.Original(
        origin, neighbours.nearest().map(to -> evidence(arrived.fingerprint, body, to)));
  }

  private CopyEvidence evidence(Fingerprint fingerprint, String body, Entry other) {
    return Comparison.of(config, comparer, fingerprint, body, other).evidence();
  }

  /** An older version after a newer one changes nothing. */
  private Judgement outdated(Fingerprint fingerprint, String body, Entry known) {
    return new Judgement(
        new CopyVerdict.Revision(
            CopyTree.origin(known).id, evidence(fingerprint, body, known), Optional.empty()),
        Optional.empty(),
        List.of());
  }

  private void replace(Entry known, Entry arrived) {
    inherit(known, arrived);
    held.remove(known);
    memory.delete(known.sequence);
  }

  /** Gives an article the place in the tree that an earlier one of its id had. */
  private void inherit(Entry predecessor, Entry arrived) {
    if (predecessor.place.time() < arrived.place.time()) {
      arrived.place = predecessor.place;
    }
    tree.replace(predecessor, arrived);
  }

  private static Correction correction(Correction.Kind kind, Entry entry) {
    Optional<Entry> parent = CopyTree.parent(entry);
    return new Correction(
        kind,
        entry.id,
        parent.map(to -> to.id),
        CopyTree.origin(entry).id,
        parent.isPresent() ? entry.relation : Relation.NONE);
  }
}
