package org.storywire.processor.story.member;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.storywire.processor.story.features.Field;
import org.storywire.processor.story.features.Mention;
import org.storywire.processor.story.features.Profile;
import org.storywire.processor.story.features.StoryFeatures;
import org.storywire.processor.text.ByteReader;
import org.storywire.processor.text.ByteWriter;

/**
 * An article that a story holds. Immutable: when something about it changes, {@link
 * org.storywire.processor.story.StoryBook} puts another in its place. Which story holds it is
 * written in the book, not here.
 */
public final class Member {

  private static final int VERSION = 4;

  /** Most articles take less. */
  private static final int USUAL_BYTES = 8192;

  private static final int MOST_TOPICS = 6;
  private static final int MOST_ENTITIES = 8;

  private final long sequence;
  private final String articleId;
  private final String source;
  private final String language;
  private final Instant at;

  /** StoryHeadline, or first sentence if there is none. */
  private final String title;

  private final List<Label> topics;
  private final List<Label> entities;

  private final EditionTime editionTime;
  private final Standing standing;

  /** Whether its coverage was announced as bringing substance, and that still holds. */
  private final boolean material;

  /** What arriving articles compare with; empty for most copies: they are not compared with. */
  private final Optional<ArticleVectors> vectors;

  /** Sentences kept to tell what is new: those that no earlier one of the story contains. */
  private final KeptSentences sentences;

  /** An article as it arrives. */
  public Member(
      long sequence, Coverage coverage, EditionTime editionTime, Optional<ArticleVectors> vectors) {
    Arrival arrival = coverage.arrival();
    this.sequence = sequence;
    this.articleId = arrival.articleId();
    this.source = arrival.source();
    this.language = arrival.language();
    this.at = arrival.at();
    this.title = arrival.headline();
    this.topics = first(MOST_TOPICS, arrival.topics());
    this.entities = first(MOST_ENTITIES, arrival.entities());
    this.editionTime = editionTime;
    this.standing = arrival.standing();
    this.material = coverage.material();
    this.vectors = vectors;
    this.sentences = coverage.kept();
  }

  private Member(Member other, Standing standing, Optional<ArticleVectors> vectors) {
    this.sequence = other.sequence;
    this.articleId = other.articleId;
    this.source = other.source;
    this.language = other.language;
    this.at = other.at;
    this.title = other.title;
    this.topics = other.topics;
    this.entities = other.entities;
    this.editionTime = other.editionTime;
    this.standing = standing;
    this.material = other.material && !standing.copy();
    this.vectors = vectors;
    this.sentences = other.sentences;
  }

  private Member(long sequence, ByteReader in) {
    this.sequence = sequence;
    this.articleId = in.text();
    this.source = in.text();
    this.language = in.text();
    this.at = in.time();
    this.editionTime = EditionTime.read(in);
    boolean copy = in.flag();
    this.standing = new Standing(copy, Optional.of(in.text()).filter(id -> !id.isEmpty()));
    this.material = in.flag();
    this.title = in.text();
    this.topics = readLabels(in);
    this.entities = readLabels(in);
    this.vectors = in.flag() ? Optional.of(ArticleVectors.read(in)) : Optional.empty();
    this.sentences = KeptSentences.read(in);
  }

  private static List<Label> first(int most, List<Label> labels) {
    return List.copyOf(labels.subList(0, Math.min(most, labels.size())));
  }

  /** Place in the order of arrival. */
  public long sequence() {
    return sequence;
  }

  public String articleId() {
    return articleId;
  }

  public String source() {
    return source;
  }

  public String language() {
    return language;
  }

  /** Event time. */
  public Instant at() {
    return at;
  }

  /** Headline, or first sentence if there is none. */
  public String title() {
    return title;
  }

  public List<Label> topics() {
    return topics;
  }

  public List<Label> entities() {
    return entities;
  }

  public EditionTime editionTime() {
    return editionTime;
  }

  public Standing standing() {
    return standing;
  }

  public boolean copy() {
    return standing.copy();
  }

  public boolean material() {
    return material;
  }

  /** Whether arriving articles are compared with this one. */
  public boolean comparable() {
    return vectors.isPresent();
  }

  /** What to compare with; only of comparable articles. */
  public ArticleVectors vectors() {
    return vectors.orElseThrow();
  }

  public Optional<StoryFeatures> features() {
    return vectors.map(ArticleVectors::features);
  }

  /** Features to compare with; only of comparable articles. */
  public Profile profile() {
    return vectors().features().profile();
  }

  public float norm(Field field) {
    return vectors().norm(field);
  }

  public KeptSentences sentences() {
    return sentences;
  }

  public List<Mention> figures() {
    return features().map(StoryFeatures::figures).orElse(List.of());
  }

  public List<Mention> people() {
    return features().map(StoryFeatures::people).orElse(List.of());
  }

  /** With only those words, names and numbers that pass. */
  public Member thinned(IntPredicate passes) {
    return new Member(this, standing, vectors.map(all -> all.thinned(passes)));
  }

  /**
   * Counting as something else; a copy's substance is not its own. It stays comparable if it was: a
   * correction may be corrected.
   */
  public Member as(Standing next) {
    return new Member(this, next, vectors);
  }

  /** What {@link #fromBytes} needs. */
  public byte[] toBytes(String storyId) {
    ByteWriter out = new ByteWriter(USUAL_BYTES).raw(VERSION);
    out.text(storyId).text(articleId).text(source).text(language).time(at);
    editionTime.write(out);
    out.flag(standing.copy()).text(standing.parent().orElse("")).flag(material).text(title);
    writeLabels(out, topics);
    writeLabels(out, entities);
    out.flag(vectors.isPresent());
    vectors.ifPresent(present -> present.write(out));
    sentences.write(out);
    return out.toBytes();
  }

  /** An article and the story it was written down under; redirects are not resolved. */
  public record Stored(Member member, String storyId) {}

  public static Stored fromBytes(long sequence, byte[] bytes) {
    ByteReader in = new ByteReader(bytes, VERSION, "article of a story");
    String storyId = in.text();
    return new Stored(new Member(sequence, in), storyId);
  }

  private static void writeLabels(ByteWriter out, List<Label> labels) {
    out.number(labels.size());
    labels.forEach(label -> out.text(label.code()).text(label.label()).real(label.score()));
  }

  private static List<Label> readLabels(ByteReader in) {
    List<Label> labels = new ArrayList<>();
    int size = in.count(1);
    for (int i = 0; i < size; i++) {
      labels.add(new Label(in.text(), in.text(), in.real()));
    }
    return List.copyOf(labels);
  }
}
