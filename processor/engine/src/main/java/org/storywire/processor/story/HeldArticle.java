package org.storywire.processor.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * An article as the follower keeps it. What it was worth at arrival (norms, the keys it is found
 * by) is kept, not recomputed, so that a restored follower answers like one that never stopped.
 */
final class HeldArticle {

  private static final int VERSION = 2;

  /** Most articles take less. */
  private static final int USUAL_BYTES = 8192;

  final long sequence;
  final String articleId;
  final String source;
  final String language;
  final Instant at;
  final boolean copy;

  /** Article that this one copies; empty if none is known. */
  final String parent;

  /** Clock of the edition after this article was followed. */
  final Instant clock;

  /** Headline, or first sentence if there is none. */
  final String title;

  final List<Label> topics;
  final List<Label> entities;

  /** Empty for copies: they are not compared with. */
  private Optional<StoryFeatures> features;

  private final float[] norms;

  /** Keys by which the article is found as a candidate. */
  private final int[] indexKeys;

  /** Sentences kept to tell what is new: those that no earlier one of the story contains. */
  private final KeptSentences sentences;

  private HeldStory story;

  /** Place in the index; only while running. */
  int slot = -1;

  HeldArticle(
      long sequence,
      Arrival arrival,
      Instant clock,
      Optional<StoryFeatures> features,
      float[] norms,
      int[] indexKeys,
      KeptSentences sentences) {
    this(
        sequence,
        arrival.articleId(),
        arrival.source(),
        arrival.language(),
        arrival.at(),
        arrival.kind() == Kind.COPY,
        arrival.copyOf().orElse(""),
        clock,
        HeadlineRule.of(arrival),
        arrival.topics().subList(0, Math.min(6, arrival.topics().size())),
        arrival.entities().subList(0, Math.min(8, arrival.entities().size())),
        features,
        norms,
        indexKeys,
        sentences);
  }

  private HeldArticle(
      long sequence,
      String articleId,
      String source,
      String language,
      Instant at,
      boolean copy,
      String parent,
      Instant clock,
      String title,
      List<Label> topics,
      List<Label> entities,
      Optional<StoryFeatures> features,
      float[] norms,
      int[] indexKeys,
      KeptSentences sentences) {
    this.sequence = sequence;
    this.articleId = articleId;
    this.source = source;
    this.language = language;
    this.at = at;
    this.copy = copy;
    this.parent = parent;
    this.clock = clock;
    this.title = title;
    this.topics = List.copyOf(topics);
    this.entities = List.copyOf(entities);
    this.features = features;
    this.norms = norms;
    this.indexKeys = indexKeys;
    this.sentences = sentences;
  }

  HeldStory story() {
    return story;
  }

  void moveTo(HeldStory next) {
    story = next;
  }

  Optional<StoryFeatures> features() {
    return features;
  }

  /** Whether arriving articles are compared with this one. */
  boolean comparable() {
    return features.isPresent();
  }

  /** Features to compare with; only of comparable articles. */
  Profile profile() {
    return features.orElseThrow().profile();
  }

  float norm(Field field) {
    return norms[field.ordinal()];
  }

  int[] indexKeys() {
    return indexKeys;
  }

  KeptSentences sentences() {
    return sentences;
  }

  List<Mention> figures() {
    return features.map(StoryFeatures::figures).orElse(List.of());
  }

  List<Mention> people() {
    return features.map(StoryFeatures::people).orElse(List.of());
  }

  /** Leaves only those words, names and numbers that pass; it is found by the same keys. */
  void thin(IntPredicate passes) {
    features = features.map(all -> all.keep(passes));
  }

  byte[] toBytes() {
    ByteWriter out = new ByteWriter(USUAL_BYTES).raw(VERSION);
    out.text(story.id()).text(articleId).text(source).text(language);
    out.signed(at.getEpochSecond()).number(at.getNano());
    out.signed(clock.getEpochSecond()).number(clock.getNano());
    out.flag(copy).text(parent).text(title);
    writeLabels(out, topics);
    writeLabels(out, entities);
    out.flag(features.isPresent());
    features.ifPresent(present -> writeFeatures(out, present));
    sentences.write(out);
    return out.toBytes();
  }

  private void writeFeatures(ByteWriter out, StoryFeatures present) {
    byte[] bytes = present.toBytes();
    out.bytes(bytes);
    for (float norm : norms) {
      out.fixed(Float.floatToIntBits(norm));
    }
    out.hashes(indexKeys);
  }

  /** An article and the story it was kept under; redirects are not resolved. */
  record Stored(HeldArticle article, String storyId) {}

  static Stored fromBytes(long sequence, byte[] bytes) {
    ByteReader in = new ByteReader(bytes, VERSION, "held article");
    String storyId = in.text();
    String articleId = in.text();
    String source = in.text();
    String language = in.text();
    Instant at = Instant.ofEpochSecond(in.signed(), in.number());
    Instant clock = Instant.ofEpochSecond(in.signed(), in.number());
    boolean copy = in.flag();
    String parent = in.text();
    String title = in.text();
    List<Label> topics = readLabels(in);
    List<Label> entities = readLabels(in);
    Optional<StoryFeatures> features = Optional.empty();
    float[] norms = new float[Field.COUNT];
    int[] keys = new int[0];
    if (in.flag()) {
      features = Optional.of(StoryFeatures.fromBytes(in.bytes()));
      for (int i = 0; i < norms.length; i++) {
        norms[i] = Float.intBitsToFloat(in.fixed());
      }
      keys = in.hashes();
    }
    KeptSentences sentences = KeptSentences.read(in);
    HeldArticle article =
        new HeldArticle(
            sequence, articleId, source, language, at, copy, parent, clock, title, topics, entities,
            features, norms, keys, sentences);
    return new Stored(article, storyId);
  }

  private static void writeLabels(ByteWriter out, List<Label> labels) {
    out.number(labels.size());
    labels.forEach(label -> out.text(label.code()).text(label.label()).real(label.score()));
  }

  private static List<Label> readLabels(ByteReader in) {
    List<Label> labels = new ArrayList<>();
    int size = in.integer();
    for (int i = 0; i < size; i++) {
      labels.add(new Label(in.text(), in.text(), in.real()));
    }
    return labels;
  }
}
