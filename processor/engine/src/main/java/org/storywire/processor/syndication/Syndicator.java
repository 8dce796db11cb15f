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
  private final CopyWindow held;
  private final CopyTree tree = new CopyTree();
  private final Comparer comparer = new Comparer();
  private final Neighbourhood neighbourhood;

  /** Makes a judge with an empty window; {@link #restore(byte[])} fills it. */
  public Syndicator(SyndicationConfig config, CopyMemory memory) {
    this.config = config;
    this.memory = memory;
    this.held = new CopyWindow(config);
    this.neighbourhood = new Neighbourhood(config, held, comparer);
  }

  /** Takes in one stored article; call for all, by sequence, before the first judgement. */
  public void restore(byte[] stored) {
    EntryCodec.Stored article = EntryCodec.decode(stored);
    Entry entry = tree.restored(article);
    held.restore(entry, article);
    tree.restore(entry, article, held::find);
  }

  /** Articles in the window. */
  public int held() {
    return held.size();
  }

  /** Articles out of the window whose place in the copy tree is still needed. */
  int ghosts() {
    return tree.ghosts();
  }

  /** Texts compared so far. */
  public long comparisons() {
    return comparer.comparisons();
  }

  /** Memory of the window and its index, estimated [bytes]. */
  public long bytesHeld() {
    return held.bytes() + 160L * tree.ghosts();
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
    if (known.isPresent() && fingerprint.revision() <= known.get().fingerprint.revision()) {
      Optional<Judgement> seen = seen(fingerprint, body, known.get());
      if (seen.isPresent()) {
        return seen.get();
      }
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
      tree.replaceGhost(arrived);
    }
    Neighbours neighbours = neighbourhood.relate(arrived, keep);
    neighbours.links().forEach(tree::apply);
    if (keep) {
      held.add(arrived);
    }
    List<CopyTree.Change> changes = tree.changes(arrived);
    changes.stream()
        .filter(CopyTree.Change::news)
        .forEach(one -> corrections.add(correction(Correction.Kind.TREE, one.entry())));
    Judgement judgement =
        new Judgement(
            verdict(arrived, body, neighbours, change),
            neighbours.rewrite(),
            corrections,
            neighbours.siblings().stream().map(entry -> entry.id).toList());
    if (keep) {
      store(arrived);
    } else {
      tree.drop(arrived);
    }
    changes.forEach(one -> store(one.entry()));
    return judgement;
  }

  /**
   * Carries out what an editor decided. Carried out already, it changes nothing.
   *
   * @return what is said otherwise now, of the article and of copies below it
   * @throws IllegalArgumentException if an article is not in the window
   */
  public List<Correction> rule(CopyRuling ruling) {
    Entry child = ruled(ruling.articleId());
    Optional<Entry> parent = ruling.parentId().map(this::ruled);
    child.ruled = false;
    if (parent.isPresent() && child.parent == parent.get()) {
      child.ruled = true;
    } else if (parent.isPresent()) {
      if (Lineage.subtree(child).contains(parent.get())) {
        tree.release(parent.get());
      }
      tree.apply(new Link(child, parent.get(), Relation.NEAR, 0));
    } else {
      tree.release(child);
    }
    if (ruling.byRule()) {
      comparer.begin(child.fingerprint);
      neighbourhood.relate(child, true).links().forEach(tree::apply);
    }
    child.ruled = !ruling.byRule();
    List<Correction> corrections = new ArrayList<>();
    for (CopyTree.Change change : tree.changes(null)) {
      store(change.entry());
      if (change.news()) {
        corrections.add(correction(Correction.Kind.TREE, change.entry()));
      }
    }
    store(child);
    return corrections;
  }

  private Entry ruled(String articleId) {
    return held.find(articleId)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "article " + articleId + " is not in the copy window, expected one that is"));
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
      tree.leave(evicted.get());
      memory.delete(evicted.get().sequence);
    }
  }

  private CopyVerdict verdict(
      Entry arrived, String body, Neighbours neighbours, Optional<CopyEvidence> change) {
    String origin = Lineage.origin(arrived).id;
    Optional<Entry> parent = Lineage.parent(arrived);
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

  /**
   * What another source of the same article delivers: its text again, or, after a newer version, an
   * older one. Neither changes anything.
   */
  private Optional<Judgement> seen(Fingerprint fingerprint, String body, Entry known) {
    Fingerprint held = known.fingerprint;
    String origin = Lineage.origin(known).id;
    if (held.content() == fingerprint.content() && held.title() == fingerprint.title()) {
      return Optional.of(Judgement.of(new CopyVerdict.Unchanged(origin)));
    }
    if (held.revision() > fingerprint.revision()) {
      return Optional.of(
          Judgement.of(
              new CopyVerdict.Revision(
                  origin, evidence(fingerprint, body, known), Optional.empty())));
    }
    return Optional.empty();
  }

  private void replace(Entry known, Entry arrived) {
    tree.replace(known, arrived);
    held.remove(known);
    memory.delete(known.sequence);
  }

  private static Correction correction(Correction.Kind kind, Entry entry) {
    Optional<Entry> parent = Lineage.parent(entry);
    return new Correction(
        kind,
        entry.id,
        parent.map(to -> to.id),
        Lineage.origin(entry).id,
        parent.isPresent() ? entry.relation : Relation.NONE);
  }
}
