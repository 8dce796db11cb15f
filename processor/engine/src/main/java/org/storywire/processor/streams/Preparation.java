package org.storywire.processor.streams;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.storywire.news.Article;
import org.storywire.news.Credit;
import org.storywire.news.CreditKind;
import org.storywire.news.Entity;
import org.storywire.news.EntityKind;
import org.storywire.news.PageKind;
import org.storywire.news.RawArticle;
import org.storywire.news.Topic;
import org.storywire.news.UsageStatus;
import org.storywire.processor.article.CleanArticle;
import org.storywire.processor.article.OutletAddress;
import org.storywire.processor.story.features.StoryFeatureExtractor;
import org.storywire.processor.syndication.Fingerprinter;
import org.storywire.processor.text.Document;
import org.storywire.processor.topics.EntityRecogniser;
import org.storywire.processor.topics.Tagger;

/**
 * The costly work on one article, without memory and so in parallel: the text is analysed once, and
 * tagger, fingerprinter and feature extractor read the same tokens.
 */
final class Preparation {

  /** Where ingest keeps a date that it could not read. */
  private static final String RAW_PUBLISHED = "published";

  private static final byte[] NOTHING = new byte[0];

  private final Editions editions;
  private final Tagger tagger = Tagger.load();
  private final EntityRecogniser entities = EntityRecogniser.load();
  private final Fingerprinter fingerprinter;
  private final StoryFeatureExtractor features;

  Preparation(TopologySettings settings) {
    this.editions = settings.editions();
    this.fingerprinter = new Fingerprinter();
    this.features = new StoryFeatureExtractor();
  }

  /**
   * The article prepared, with when it was received; its place in the raw topic is not known here.
   */
  Received receive(CleanedArticle cleaned) {
    RawArticle raw = cleaned.raw();
    Receipt receipt =
        new Receipt(raw.getReceivedAt().toEpochMilli(), raw.getReceiptNumber(), 0, 0, 0);
    return new Received(receipt, Optional.of(prepare(cleaned)));
  }

  Prepared prepare(CleanedArticle cleaned) {
    CleanArticle clean = cleaned.article();
    RawArticle raw = cleaned.raw();
    String outlet = outlet(raw, clean);
    Document document =
        Document.of(
            clean.articleId(),
            outlet,
            clean.language(),
            clean.eventAt(),
            clean.title(),
            clean.body());
    Article article = article(cleaned, document);
    boolean canceled = article.getStatus() == UsageStatus.CANCELED;
    if (clean.unchanged() || clean.pageKind().isPresent() || canceled) {
      return new Prepared(article, clean.unchanged(), NOTHING, NOTHING);
    }
    return new Prepared(
        article,
        false,
        fingerprinter
            .of(
                document,
                agencies(clean),
                clean.parentId().isPresent(),
                clean.revision(),
                raw.getReceivedAt(),
                raw.getReceiptNumber())
            .toBytes(),
        features.of(document, written(raw, clean)).toBytes());
  }

  /** An embedded article may name an outlet of its own. */
  private static String outlet(RawArticle raw, CleanArticle clean) {
    return clean.source().equals(raw.getSource())
        ? OutletAddress.of(Optional.ofNullable(raw.getUrl()), raw.getSource())
        : clean.source();
  }

  /** When the text was written: a claim is believed as far as event time does, else a date line. */
  private static Instant written(RawArticle raw, CleanArticle clean) {
    return raw.getPublishedAt() != null
        ? clean.eventAt()
        : clean.publishedAt().orElse(clean.eventAt());
  }

  private Article article(CleanedArticle cleaned, Document document) {
    RawArticle raw = cleaned.raw();
    CleanArticle clean = cleaned.article();
    SenderWord word = cleaned.word();
    List<String> subjects = clean.parentId().isPresent() ? List.of() : word.subjects();
    return Article.newBuilder()
        .setArticleId(clean.articleId())
        .setNativeId(clean.nativeId())
        .setEventId(raw.getEventId())
        .setTraceId(raw.getTraceId())
        .setParentId(clean.parentId().orElse(null))
        .setSource(clean.source())
        .setOutlet(document.source())
        .setUrl(clean.url().orElse(null))
        .setTitle(clean.title())
        .setBody(clean.body())
        .setLanguage(clean.language())
        .setEdition(editions.of(clean.language()))
        .setPublishedAt(clean.publishedAt().orElse(null))
        .setPublishedAsGiven(
            raw.getPublishedAt() == null ? raw.getExtra().get(RAW_PUBLISHED) : null)
        .setPageKind(clean.pageKind().map(kind -> PageKind.valueOf(kind.name())).orElse(null))
        .setEventAt(clean.eventAt())
        .setReceivedAt(raw.getReceivedAt())
        .setCredits(
            clean.credits().stream()
                .map(credit -> new Credit(CreditKind.valueOf(credit.kind().name()), credit.name()))
                .toList())
        .setFurniture(clean.furniture())
        .setRevision(clean.revision())
        .setCopyGroup(clean.articleId())
        .setTopics(
            tagger.withGiven(tagger.tag(document), subjects).stream()
                .map(tag -> new Topic(tag.code(), tag.label(), tag.score(), tag.implied()))
                .toList())
        .setEntities(
            entities.find(document).stream()
                .map(
                    name ->
                        new Entity(
                            name.name(), EntityKind.valueOf(name.kind().name()), name.count()))
                .toList())
        .setStatus(word.status())
        .setEmbargoedUntil(word.embargoedUntil().orElse(null))
        .setSubjects(subjects)
        .build();
  }

  /** Outlets whose text this may be, as the credits tell. */
  private static List<String> agencies(CleanArticle clean) {
    return clean.credits().stream()
        .filter(
            credit ->
                switch (credit.kind()) {
                  case AGENCY, AUTHOR_ADDRESS, REPORTED_BY -> true;
                  case BYLINE, DATELINE, VIA -> false;
                })
        .map(credit -> credit.name().toLowerCase(Locale.ROOT))
        .distinct()
        .toList();
  }
}
