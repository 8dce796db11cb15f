package org.storywire.processor.syndication;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Compares an arriving article with its candidates and decides which links follow. Reads only. */
final class Neighbourhood {

  private final SyndicationConfig config;
  private final CopyRule rule;
  private final CopyWindow held;
  private final Comparer comparer;
  private final Overlap overlap = new Overlap();

  Neighbourhood(SyndicationConfig config, CopyWindow held, Comparer comparer) {
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
    Template template = new Template();
    List<Entry> copies = new ArrayList<>();
    for (Entry other : held.candidates(fingerprint.keys())) {
      if (other == arrived
          || Math.abs(other.time - fingerprint.time()) > config.window().toMillis()) {
        continue;
      }
      compare(other);
      NewsRule.Difference difference = rule.difference(fingerprint, other.fingerprint, overlap);
      if (difference != NewsRule.Difference.NONE) {
        template.sharedWith(other, comparer.matched());
        search.differs(other, difference);
      } else if (rule.copies(fingerprint, other.fingerprint, overlap)) {
        copies.add(other);
      } else {
        search.approach(other);
      }
    }
    relate(search, copies, template.samples(), keep);
    for (Entry other : held.titledAs(fingerprint)) {
      search.titledAlike(other);
    }
    for (long name : fingerprint.credits()) {
      for (Entry other : held.latestOf(name)) {
        compare(other);
        search.credit(other);
      }
    }
    return search.found();
  }

  /** Looks at the copies again where much of what they share turned out to be a template's. */
  private void relate(Search search, List<Entry> copies, BitSet template, boolean keep) {
    if (!template.isEmpty() && !copies.isEmpty()) {
      comparer.leaveOut(template);
    }
    for (Entry other : copies) {
      compare(other);
      if (rule.copies(search.arrived.fingerprint, other.fingerprint, overlap)) {
        search.relate(other, keep);
      } else {
        search.approach(other);
      }
    }
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
    private final Set<Entry> related = new HashSet<>();
    private final Set<Entry> siblings = new LinkedHashSet<>();

    Search(Entry arrived) {
      this.arrived = arrived;
    }

    /** A copy: the page that embeds is the child, whenever it came; otherwise the later article. */
    void relate(Entry other, boolean keep) {
      related.add(other);
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

    /** Shares the wording and tells other news. */
    void differs(Entry other, NewsRule.Difference difference) {
      if (difference == NewsRule.Difference.SUBJECT) {
        siblings.add(other);
      }
      approach(other);
    }

    /** Another text under the same headline of the same source: a column, not a copy. */
    void titledAlike(Entry other) {
      if (!related.contains(other) && !other.id.equals(arrived.id)) {
        siblings.add(other);
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
      return new Neighbours(List.copyOf(links), near, rewrite, List.copyOf(siblings));
    }
  }
}
