package org.storywire.processor.article;

import java.util.Optional;
import java.util.function.IntPredicate;

/** Decides whether an article is new, unchanged or a revision, and remembers it. */
final class Revisions {

  private final ArticleConfig config;
  private final Identity identities;

  Revisions(ArticleConfig config, Identity identities) {
    this.config = config;
    this.identities = identities;
  }

  /**
   * What an article is to those before it.
   *
   * @param previousTextHash hash of the version that this one replaces
   */
  record Outcome(
      String articleId,
      int revision,
      boolean unchanged,
      long textHash,
      Optional<Long> previousTextHash) {}

  /**
   * A page's main article. A text that has next to nothing in common with what the address carried
   * before is another article, for live and index pages reuse their addresses; the address then
   * points to it.
   */
  Outcome main(
      RawPage page, String identity, Version version, IntPredicate furniture, SourceMemory memory) {
    Optional<KnownVersion> first = memory.known(identity);
    if (first.isEmpty()) {
      return isNew(identity, version, memory);
    }
    Optional<String> successor = first.get().successor();
    Optional<KnownVersion> latest = successor.flatMap(memory::known);
    if (latest.isPresent() && (page.versioned() || related(version, latest.get()))) {
      return again(successor.get(), latest.get(), version, furniture, memory);
    }
    if (page.versioned() || related(version, first.get())) {
      return again(identity, first.get(), version, furniture, memory);
    }
    String id = identities.ofSuccessor(page, Long.toHexString(version.textHash()));
    memory.remember(identity, first.get().withSuccessor(id));
    Optional<KnownVersion> known = memory.known(id);
    return known.isPresent()
        ? again(id, known.get(), version, furniture, memory)
        : isNew(id, version, memory);
  }

  /**
   * A page of an article that its site divides. A further page changes nothing about an article
   * that is known; its first page or the whole is a version of it, however little it has in common
   * with the page that came first.
   *
   * @param identity id of the whole article
   */
  Outcome part(
      RawPage page,
      PageParts.Part part,
      String identity,
      Version version,
      IntPredicate furniture,
      SourceMemory memory) {
    String byTitle = Identity.ofParts(page, Line.of(part.title()));
    boolean named = !part.title().isEmpty();
    Optional<String> id =
        memory
            .known(identity)
            .map(known -> known.successor().orElse(identity))
            .or(
                () ->
                    named
                        ? memory.known(byTitle).flatMap(KnownVersion::successor)
                        : Optional.empty());
    Optional<KnownVersion> known = id.flatMap(memory::known);
    if (known.isEmpty()) {
      Outcome outcome = isNew(identity, version, memory);
      if (named) {
        memory.remember(byTitle, version.known(0, Optional.of(identity)));
      }
      return outcome;
    }
    boolean further = !part.begins() || version.within(known.get(), furniture);
    return further
        ? new Outcome(
            id.get(), known.get().revision(), true, known.get().textHash(), Optional.empty())
        : again(id.get(), known.get(), version, furniture, memory);
  }

  /** An article that its sender canceled: no text is known of it any more. */
  Outcome canceled(String identity, SourceMemory memory) {
    Optional<KnownVersion> first = memory.known(identity);
    String id = first.flatMap(KnownVersion::successor).orElse(identity);
    KnownVersion canceled =
        memory.known(id).map(KnownVersion::canceled).orElse(KnownVersion.CANCELED);
    memory.remember(id, canceled);
    return new Outcome(id, canceled.revision(), false, canceled.textHash(), Optional.empty());
  }

  /** An article embedded in a page. */
  Outcome embedded(String articleId, Version version, SourceMemory memory) {
    return memory
        .known(articleId)
        .map(known -> again(articleId, known, version, print -> false, memory))
        .orElseGet(() -> isNew(articleId, version, memory));
  }

  private boolean related(Version version, KnownVersion known) {
    return version.sharedPairs(known) >= config.sameArticleMinShare();
  }

  private static Outcome isNew(String articleId, Version version, SourceMemory memory) {
    memory.remember(articleId, version.known(0, Optional.empty()));
    return new Outcome(articleId, 0, false, version.textHash(), Optional.empty());
  }

  private static Outcome again(
      String articleId,
      KnownVersion known,
      Version version,
      IntPredicate furniture,
      SourceMemory memory) {
    if (version.sameText(known, furniture)) {
      return new Outcome(articleId, known.revision(), true, known.textHash(), Optional.empty());
    }
    int revision = known.revision() + 1;
    memory.remember(articleId, version.known(revision, known.successor()));
    return new Outcome(
        articleId, revision, false, version.textHash(), Optional.of(known.textHash()));
  }
}
