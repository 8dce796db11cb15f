package org.storywire.processor.syndication;

import java.util.Optional;

/** Compares an arriving article with its candidates and offers the links that follow. */
final class Neighbourhood {

  private final SyndicationConfig config;
  private final CopyRule rule;
  private final Held held;
  private final CopyTree tree;
  private final Comparer comparer;
  private final Overlap overlap = new Overlap();

  Neighbourhood(SyndicationConfig config, Held held, CopyTree tree, Comparer comparer) {
    this.config = config;
    this.rule = new CopyRule(config);
    this.held = held;
    this.tree = tree;
    this.comparer = comparer;
  }

  /**
   * Compares with all candidates; links the arrived article and those it is a parent of.
   *
   * @param keep whether the article is to be held, so that others may hang on it
   */
  Neighbours relate(Entry arrived, boolean keep) {
    Search search = new Search(arrived);
    Fingerprint fingerprint = arrived.fingerprint;
    for (Entry other : held.candidates(fingerprint.keys())) {
      if (Math.abs(other.time - fingerprint.time()) > config.window().toMillis()) {
        continue;
      }
      compare(other);
      if (rule.copies(fingerprint, other.fingerprint, overlap)) {
        link(arrived, other, keep);
      } else {
        search.approach(other);
      }
    }
    for (long name : fingerprint.credits()) {
      for (Entry other : held.latestOf(name)) {
        compare(other);
        search.credit(other);
      }
    }
    return search.found();
  }

  private void compare(Entry other) {
    comparer.compare(other.fingerprint.sample(), other.fingerprint.content(), overlap);
  }

  private void link(Entry arrived, Entry other, boolean keep) {
    int score = rule.score(overlap);
    if (arrivedIsChild(arrived, other)) {
      tree.offer(arrived, other, rule.relation(overlap, arrived, other, true), score);
    } else if (keep) {
      tree.offer(other, arrived, rule.relation(overlap, other, arrived, false), score);
    }
  }

  /** The page that embeds is the child, whenever it came; otherwise the later article is. */
  private boolean arrivedIsChild(Entry arrived, Entry other) {
    if (rule.isPart(overlap) && overlap.ownShare() != overlap.keptShare()) {
      return overlap.ownShare() < overlap.keptShare();
    }
    return other.before(arrived);
  }

  /** Looks among those that are no copies for the nearest, and for the one retold. */
  private final class Search {
    private final Entry arrived;
    private Entry nearest;
    private double nearestContainment;
    private Optional<CreditedRewrite> rewrite = Optional.empty();

    Search(Entry arrived) {
      this.arrived = arrived;
    }

    void approach(Entry other) {
      double containment = overlap.containment();
      if (containment > nearestContainment
          || (nearest != null && containment == nearestContainment && other.before(nearest))) {
        nearest = other;
        nearestContainment = containment;
      }
      credit(other);
    }

    /** Remembers the most alike of the earlier articles whose source this one credits. */
    void credit(Entry other) {
      double similarity = overlap.similarity();
      if (arrived.credits(other)
          && !arrived.sameSource(other)
          && !arrived.before(other)
          && similarity >= config.rewriteSimilarity()
          && rewrite.map(CreditedRewrite::similarity).orElse(-1.0) < similarity) {
        rewrite = Optional.of(new CreditedRewrite(other.id, similarity));
      }
    }

    Neighbours found() {
      Optional<Entry> near =
          Optional.ofNullable(nearest)
              .filter(entry -> nearestContainment >= config.containment() / 2);
      return new Neighbours(near, rewrite);
    }
  }
}
