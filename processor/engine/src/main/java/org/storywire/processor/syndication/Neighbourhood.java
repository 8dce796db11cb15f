package org.storywire.processor.syndication;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares an arriving article with its candidates and decides which links follow. Reads only. */
final class Neighbourhood {

  private final SyndicationConfig config;
  private final CopyRule rule;
  private final Held held;
  private final Comparer comparer;
  private final Overlap overlap = new Overlap();

  Neighbourhood(SyndicationConfig config, Held held, Comparer comparer) {
    this.config = config;
    this.rule = new CopyRule(config);
    this.held = held;
    this.comparer = comparer;
  }

  /**
   * Compares with all candidates; finds the arrived article's parent and those it is a parent of.
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
        search.relate(other, keep);
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

  /** Looks for links; and among those that are no copies for the nearest, and the one retold. */
  private final class Search {
    private final Entry arrived;
    private final List<Link> links = new ArrayList<>();
    private Optional<Link> own = Optional.empty();
    private Entry nearest;
    private double nearestContainment;
    private Optional<CreditedRewrite> rewrite = Optional.empty();

    Search(Entry arrived) {
      this.arrived = arrived;
    }

    /** A copy: the page that embeds is the child, whenever it came; otherwise the later article. */
    void relate(Entry other, boolean keep) {
      int score = rule.score(overlap);
      if (rule.otherIsFirst(overlap, arrived, other)) {
        Relation relation = rule.relation(overlap, arrived, other, true);
        Link link = new Link(arrived, other, relation, score);
        if (own.isEmpty() ? link.improves() : link.isBetterThan(own.get())) {
          own = Optional.of(link);
        }
      } else if (keep) {
        Link link = new Link(other, arrived, rule.relation(overlap, other, arrived, false), score);
        if (link.improves()) {
          links.add(link);
        }
      }
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
      own.ifPresent(links::add);
      return new Neighbours(List.copyOf(links), near, rewrite);
    }
  }
}
