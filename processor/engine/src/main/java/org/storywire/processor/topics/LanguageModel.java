package org.storywire.processor.topics;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * One linear classifier for each top-level topic over the words and word pairs of one language, and
 * what turns its margin into a probability. Weights are kept as bytes with one scale a topic.
 */
public final class LanguageModel {

  private static final int FEWEST_KNOWN = 2;

  private final FeatureTable table;
  private final byte[] weights;
  private final Head[] heads;

  /**
   * What belongs to one topic beside the weights of the features.
   *
   * @param scale value of one step of a weight
   * @param bias margin of an article without features
   * @param evidence weight of the lexicon's evidence for each top-level topic
   * @param slopes factor of the margin in the log-odds, by {@link LengthClass}; all 0 for a topic
   *     without labelled articles, which the lexicon judges
   * @param offsets log-odds at margin 0, by {@link LengthClass}
   */
  record Head(float scale, float bias, float[] evidence, float[] slopes, float[] offsets) {

    boolean taught() {
      return slopes[0] != 0;
    }
  }

  private LanguageModel(FeatureTable table, byte[] weights, Head[] heads) {
    this.table = table;
    this.weights = weights;
    this.heads = heads;
  }

  /** Gathers what training learned, topic by topic. */
  public static final class Builder {

    private final FeatureTable table;
    private final byte[] weights;
    private final Head[] heads;

    /** A model of these features; the lexicon judges a topic that is not added. */
    public Builder(FeatureTable table, int topics) {
      int classes = LengthClass.values().length;
      this.table = table;
      this.weights = new byte[table.size() * topics];
      this.heads = new Head[topics];
      for (int k = 0; k < topics; k++) {
        heads[k] = new Head(0, 0, new float[topics], new float[classes], new float[classes]);
      }
    }

    /**
     * Adds topic number {@code topic}.
     *
     * @param learned weights of the features, then of the evidence for each top-level topic
     * @param slopes by length class, above 0
     */
    public void add(int topic, float[] learned, float bias, float[] slopes, float[] offsets) {
      float largest = 0;
      for (int i = 0; i < table.size(); i++) {
        largest = Math.max(largest, Math.abs(learned[i]));
      }
      float scale = largest == 0 ? 1 : largest / 127;
      for (int i = 0; i < table.size(); i++) {
        weights[i * heads.length + topic] = (byte) Math.round(learned[i] / scale);
      }
      float[] evidence = new float[heads.length];
      System.arraycopy(learned, table.size(), evidence, 0, evidence.length);
      heads[topic] = new Head(scale, bias, evidence, slopes.clone(), offsets.clone());
    }

    /** The finished model. */
    public LanguageModel build() {
      return new LanguageModel(table, weights.clone(), heads.clone());
    }
  }

  /** Number of features. */
  public int features() {
    return table.size();
  }

  /**
   * Log-odds of each topic for an article's terms and lexicon evidence. The lexicon judges topics
   * without labelled articles, and articles of which too few words are known. Where the words are
   * sure of no topic, the article is unlike those they were learned from: the lexicon may then
   * raise a topic.
   */
  double[] logOdds(long[] title, long[] body, float[] evidence, LexiconOpinion lexicon) {
    SparseVector vector = table.vector(title, body);
    double[] odds = new double[heads.length];
    if (vector.size() < FEWEST_KNOWN) {
      for (int k = 0; k < odds.length; k++) {
        odds[k] = lexicon.logOdds(evidence, k);
      }
      return odds;
    }
    int length = LengthClass.of(title.length + body.length).ordinal();
    boolean sure = byWords(vector, evidence, length, odds);
    for (int k = 0; k < odds.length; k++) {
      if (!heads[k].taught()) {
        odds[k] = lexicon.logOdds(evidence, k);
      } else if (!sure) {
        odds[k] = Math.max(odds[k], lexicon.beside(odds[k], evidence, k));
      }
    }
    return odds;
  }

  /** Fills in what words and evidence weigh together; whether one of the topics is likely. */
  private boolean byWords(SparseVector vector, float[] evidence, int length, double[] odds) {
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
      odds[k] = head.slopes()[length] * margin + head.offsets()[length];
      sure |= head.taught() && odds[k] >= 0;
    }
    return sure;
  }

  /** What a feature adds to a topic's log-odds when its value is 1. */
  double weight(int feature, int topic, LengthClass length) {
    Head head = heads[topic];
    return weights[feature * heads.length + topic] * head.scale() * head.slopes()[length.ordinal()];
  }

  /** What the evidence for a topic adds to the topic's own log-odds when it is 1. */
  double evidenceWeight(int topic, LengthClass length) {
    Head head = heads[topic];
    return head.taught() ? head.evidence()[topic] * head.slopes()[length.ordinal()] : 1;
  }

  /** The features of an article that {@link #weight} speaks of, with their values. */
  FeatureTable table() {
    return table;
  }

  void write(DataOutputStream out) throws IOException {
    for (Head head : heads) {
      out.writeFloat(head.scale());
      out.writeFloat(head.bias());
      writeAll(head.evidence(), out);
      writeAll(head.slopes(), out);
      writeAll(head.offsets(), out);
    }
    out.writeInt(table.size());
    for (int i = 0; i < table.size(); i++) {
      out.writeLong(table.hash(i));
      out.writeFloat(table.idf(i));
    }
    out.write(weights);
  }

  static LanguageModel read(DataInputStream in, int topics) throws IOException {
    Head[] heads = new Head[topics];
    for (int k = 0; k < topics; k++) {
      float scale = in.readFloat();
      float bias = in.readFloat();
      float[] evidence = readAll(topics, in);
      float[] slopes = readAll(LengthClass.values().length, in);
      heads[k] = new Head(scale, bias, evidence, slopes, readAll(slopes.length, in));
    }
    int size = in.readInt();
    long[] hashes = new long[size];
    float[] idf = new float[size];
    for (int i = 0; i < size; i++) {
      hashes[i] = in.readLong();
      idf[i] = in.readFloat();
    }
    byte[] weights = in.readNBytes(size * topics);
    return new LanguageModel(new FeatureTable(hashes, idf), weights, heads);
  }

  private static void writeAll(float[] values, DataOutputStream out) throws IOException {
    for (float value : values) {
      out.writeFloat(value);
    }
  }

  private static float[] readAll(int count, DataInputStream in) throws IOException {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = in.readFloat();
    }
    return values;
  }
}
