package org.storywire.processor.topics;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * One linear classifier for each top-level topic over the same features, and what turns its margin
 * into a probability. Weights are kept as bytes with one scale a topic.
 */
public final class TopicModel {

  private static final int MAGIC = 0x73777403;
  private static final int FEWEST_KNOWN = 4;

  /** Part of the words' say where they are sure of no topic; the rest is the lexicon's. */
  private static final double WORDS = 1 / 3.0;

  private final FeatureTable table;
  private final List<String> topics;
  private final byte[] weights;
  private final Head[] heads;
  private final LexiconOpinion lexicon;

  /**
   * What belongs to one topic beside the weights of the features.
   *
   * @param scale value of one step of a weight
   * @param bias margin of an article without features
   * @param evidence weight of the lexicon's evidence for each top-level topic
   * @param slope factor of the margin in the log-odds
   * @param offset log-odds at margin 0
   */
  private record Head(float scale, float bias, float[] evidence, float slope, float offset) {}

  private TopicModel(
      FeatureTable table,
      List<String> topics,
      byte[] weights,
      Head[] heads,
      LexiconOpinion lexicon) {
    this.table = table;
    this.topics = topics;
    this.weights = weights;
    this.heads = heads;
    this.lexicon = lexicon;
  }

  /** Gathers what training learned, topic by topic. */
  public static final class Builder {

    private final FeatureTable table;
    private final List<String> topics;
    private final byte[] weights;
    private final Head[] heads;
    private LexiconOpinion lexicon = LexiconOpinion.NONE;

    /** A model of these features and topics; a topic that is not added is never given. */
    public Builder(FeatureTable table, List<String> topics) {
      this.table = table;
      this.topics = List.copyOf(topics);
      this.weights = new byte[table.size() * topics.size()];
      this.heads = new Head[topics.size()];
      for (int k = 0; k < heads.length; k++) {
        heads[k] = new Head(0, 0, new float[heads.length], 0, -20);
      }
    }

    /**
     * Adds topic number {@code topic}.
     *
     * @param learned weights of the features, then of the evidence for each top-level topic
     */
    public void add(int topic, float[] learned, float bias, double slope, double offset) {
      float largest = 0;
      for (int i = 0; i < table.size(); i++) {
        largest = Math.max(largest, Math.abs(learned[i]));
      }
      float scale = largest == 0 ? 1 : largest / 127;
      for (int i = 0; i < table.size(); i++) {
        weights[i * topics.size() + topic] = (byte) Math.round(learned[i] / scale);
      }
      float[] evidence = new float[topics.size()];
      System.arraycopy(learned, table.size(), evidence, 0, evidence.length);
      heads[topic] = new Head(scale, bias, evidence, (float) slope, (float) offset);
    }

    /** Sets how articles are judged where words say nothing. */
    public void lexicon(LexiconOpinion opinion) {
      lexicon = opinion;
    }

    /** The finished model. */
    public TopicModel build() {
      return new TopicModel(table, topics, weights.clone(), heads.clone(), lexicon);
    }
  }

  /** The model that is shipped. */
  public static TopicModel load() {
    try (InputStream in = Resources.open("topic-model.bin")) {
      return read(in);
    } catch (IOException e) {
      throw new IllegalStateException("unable to read resource topic-model.bin", e);
    }
  }

  /** Codes of the topics, in the order of all results. */
  public List<String> topics() {
    return topics;
  }

  /** Number of features. */
  public int features() {
    return table.size();
  }

  /**
   * Log-odds of each topic for an article's terms and lexicon evidence. An article of which too few
   * words are known, such as one in a language without labelled articles, is judged by the lexicon.
   * Where the words are sure of no topic, the article is unlike those they were learned from: the
   * lexicon may then raise a topic.
   */
  double[] logOdds(String language, long[] title, long[] body, float[] evidence) {
    SparseVector vector = table.vector(language, title, body);
    double[] odds = new double[topics.size()];
    if (vector.size() < FEWEST_KNOWN) {
      for (int k = 0; k < odds.length; k++) {
        odds[k] = lexicon.logOdds(evidence, k);
      }
      return odds;
    }
    boolean sure = byWords(vector, evidence, odds);
    for (int k = 0; k < odds.length && !sure; k++) {
      double both = WORDS * odds[k] + (1 - WORDS) * lexicon.logOdds(evidence, k);
      odds[k] = Math.max(odds[k], both);
    }
    return odds;
  }

  /** Fills in what words and evidence weigh together; whether one of the topics is likely. */
  private boolean byWords(SparseVector vector, float[] evidence, double[] odds) {
    int count = odds.length;
    float[] sums = new float[count];
    for (int i = 0; i < vector.size(); i++) {
      int row = vector.id(i) * count;
      float value = vector.value(i);
      for (int k = 0; k < count; k++) {
        sums[k] += weights[row + k] * value;
      }
    }
    boolean sure = false;
    for (int k = 0; k < count; k++) {
      Head head = heads[k];
      double margin = head.bias() + sums[k] * head.scale();
      for (int j = 0; j < count; j++) {
        margin += head.evidence()[j] * evidence[j];
      }
      odds[k] = head.slope() * margin + head.offset();
      sure |= odds[k] >= 0;
    }
    return sure;
  }

  /** What a feature adds to a topic's log-odds when its value is 1; 0 for an unknown feature. */
  double weight(long hash, int topic) {
    int id = table.id(hash);
    Head head = heads[topic];
    return id < 0 ? 0 : weights[id * topics.size() + topic] * head.scale() * head.slope();
  }

  /** What the evidence for a topic adds to the topic's own log-odds when it is 1. */
  double evidenceWeight(int topic) {
    return heads[topic].evidence()[topic] * heads[topic].slope();
  }

  /** The features of an article that {@link #weight} speaks of, with their values. */
  FeatureTable table() {
    return table;
  }

  /** Writes the model; the same model gives the same bytes. */
  public void write(OutputStream stream) throws IOException {
    DataOutputStream out = new DataOutputStream(stream);
    out.writeInt(MAGIC);
    out.writeInt(topics.size());
    for (int k = 0; k < topics.size(); k++) {
      out.writeUTF(topics.get(k));
      out.writeFloat(heads[k].scale());
      out.writeFloat(heads[k].bias());
      out.writeFloat(heads[k].slope());
      out.writeFloat(heads[k].offset());
      for (float weight : heads[k].evidence()) {
        out.writeFloat(weight);
      }
    }
    out.writeFloat(lexicon.lead());
    out.writeFloat(lexicon.amount());
    out.writeFloat(lexicon.bias());
    out.writeInt(table.size());
    for (int i = 0; i < table.size(); i++) {
      out.writeLong(table.hash(i));
      out.writeFloat(table.idf(i));
    }
    out.write(weights);
    out.flush();
  }

  static TopicModel read(InputStream stream) throws IOException {
    DataInputStream in = new DataInputStream(stream);
    int magic = in.readInt();
    if (magic != MAGIC) {
      throw new IOException(
          String.format("illegal topic model: begins with %08x, must be %08x", magic, MAGIC));
    }
    int count = in.readInt();
    List<String> topics = new ArrayList<>();
    Head[] heads = new Head[count];
    for (int k = 0; k < count; k++) {
      topics.add(in.readUTF());
      float scale = in.readFloat();
      float bias = in.readFloat();
      float slope = in.readFloat();
      float offset = in.readFloat();
      float[] evidence = new float[count];
      for (int j = 0; j < count; j++) {
        evidence[j] = in.readFloat();
      }
      heads[k] = new Head(scale, bias, evidence, slope, offset);
    }
    LexiconOpinion lexicon = new LexiconOpinion(in.readFloat(), in.readFloat(), in.readFloat());
    int size = in.readInt();
    long[] hashes = new long[size];
    float[] idf = new float[size];
    for (int i = 0; i < size; i++) {
      hashes[i] = in.readLong();
      idf[i] = in.readFloat();
    }
    byte[] weights = in.readNBytes(size * count);
    FeatureTable table = new FeatureTable(hashes, idf);
    return new TopicModel(table, List.copyOf(topics), weights, heads, lexicon);
  }
}
