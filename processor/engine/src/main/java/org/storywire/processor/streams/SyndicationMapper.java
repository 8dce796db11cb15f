package org.storywire.processor.streams;

import java.util.Optional;
import org.storywire.news.Article;
import org.storywire.news.CopyEvidence;
import org.storywire.news.Relation;
import org.storywire.news.Verdict;
import org.storywire.processor.syndication.CopyVerdict;
import org.storywire.processor.syndication.Correction;
import org.storywire.processor.syndication.CreditedRewrite;
import org.storywire.processor.syndication.Judgement;

/** Writes what the syndication core found into the article's record. */
final class SyndicationMapper {

  private SyndicationMapper() {}

  static void fill(Article article, Judgement judgement) {
    CopyVerdict verdict = judgement.verdict();
    article.setCopyGroup(verdict.originId());
    if (verdict instanceof CopyVerdict.Original original) {
      article.setVerdict(Verdict.ORIGINAL);
      article.setRelation(Relation.NONE);
      article.setCopyEvidence(original.nearest().map(SyndicationMapper::evidence).orElse(null));
    } else if (verdict instanceof CopyVerdict.Copy copy) {
      article.setVerdict(Verdict.COPY);
      fillCopy(article, copy);
    } else if (verdict instanceof CopyVerdict.Revision revision) {
      article.setVerdict(Verdict.REVISION);
      article.setRelation(Relation.REVISION);
      article.setCopyEvidence(evidence(revision.evidence()));
      revision.copy().ifPresent(copy -> article.setCopyOf(copy.parentId()));
    } else if (verdict instanceof CopyVerdict.Unchanged) {
      article.setVerdict(Verdict.UNCHANGED);
    }
    Optional<CreditedRewrite> rewrite = judgement.rewrite();
    if (rewrite.isPresent()) {
      article.setCreditsArticle(rewrite.get().creditsId());
      if (verdict instanceof CopyVerdict.Original) {
        article.setRelation(Relation.CREDITED_REWRITE);
      }
    }
  }

  /** Writes into an article judged before what is known now. */
  static void correct(Article article, Correction correction) {
    Optional<String> parent = correction.parentId();
    if (!parent.equals(Optional.ofNullable(article.getCopyOf()))) {
      article.setCopyEvidence(null); // It tells of another pair.
    }
    article.setCopyOf(parent.orElse(null));
    article.setCopyGroup(correction.originId());
    if (article.getVerdict() != Verdict.REVISION) {
      article.setVerdict(parent.isPresent() ? Verdict.COPY : Verdict.ORIGINAL);
      article.setRelation(Relation.valueOf(correction.relation().name()));
    }
    article.setCorrections(article.getCorrections() + 1);
  }

  private static void fillCopy(Article article, CopyVerdict.Copy copy) {
    article.setRelation(Relation.valueOf(copy.relation().name()));
    article.setCopyOf(copy.parentId());
    article.setCopyEvidence(evidence(copy.evidence()));
  }

  private static CopyEvidence evidence(org.storywire.processor.syndication.CopyEvidence evidence) {
    return CopyEvidence.newBuilder()
        .setOtherId(evidence.otherId())
        .setContainment(evidence.containment())
        .setJaccard(evidence.jaccard())
        .setKeptShare(evidence.keptShare())
        .setLongestRun(evidence.longestRun())
        .setPassage(evidence.passage())
        .setPassageAt(evidence.passageAt())
        .setPassageAtOther(evidence.passageAtOther())
        .setLagMs(evidence.lag().toMillis())
        .setConfidence(evidence.confidence())
        .setThreshold(evidence.threshold())
        .setRuleset(evidence.ruleset())
        .build();
  }
}
