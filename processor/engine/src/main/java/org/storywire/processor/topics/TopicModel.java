package org.storywire.processor.topics;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The trained models of all languages, and what the lexicon's opinion is worth in any of them. */
public final class TopicModel {

  private static final int MAGIC = 0x73777404;

  private final List<String> topics;
  private final LexiconOpinion lexicon;
  private final TreeMap<String, LanguageModel> languages;

  /**
   * A model.
   *
   * @param topics codes of the top-level topics, in the order of all results
   * @param lexicon how articles are judged where words say nothing
   * @param languages the model of each language, by ISO 639-1 code
   */
  public TopicModel(
      List<String> topics, LexiconOpinion lexicon, Map<String, LanguageModel> languages) {
    this.topics = List.copyOf(topics);
    this.lexicon = lexicon;
    this.languages = new TreeMap<>(languages);
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

  /** Number of features of all languages. */
  public int features() {
    return languages.values().stream().mapToInt(LanguageModel::features).sum();
  }

  /** Whether there is a model of a language. */
  boolean speaks(String language) {
    return languages.containsKey(language);
  }

  /** The model of a language that is spoken. */
  LanguageModel language(String language) {
    return languages.get(language);
  }

  /** Log-odds of each topic for an article's terms and lexicon evidence. */
  double[] logOdds(String language, long[] title, long[] body, float[] evidence) {
    return languages.get(language).logOdds(title, body, evidence, lexicon);
  }

  /** Writes the model; the same model gives the same bytes. */
  public void write(OutputStream stream) throws IOException {
    DataOutputStream out = new DataOutputStream(stream);
    out.writeInt(MAGIC);
    out.writeInt(topics.size());
    for (String topic : topics) {
      out.writeUTF(topic);
    }
    out.writeFloat(lexicon.lead());
    out.writeFloat(lexicon.amount());
    out.writeFloat(lexicon.bias());
    out.writeInt(languages.size());
    for (Map.Entry<String, LanguageModel> entry : languages.entrySet()) {
      out.writeUTF(entry.getKey());
      entry.getValue().write(out);
    }
    out.flush();
  }

  static TopicModel read(InputStream stream) throws IOException {
    DataInputStream in = new DataInputStream(new BufferedInputStream(stream));
    int magic = in.readInt();
    if (magic != MAGIC) {
      throw new IOException(
          String.format("illegal topic model: begins with %08x, must be %08x", magic, MAGIC));
    }
    int count = in.readInt();
    List<String> topics = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      topics.add(in.readUTF());
    }
    LexiconOpinion lexicon = new LexiconOpinion(in.readFloat(), in.readFloat(), in.readFloat());
    int spoken = in.readInt();
    Map<String, LanguageModel> languages = new TreeMap<>();
    for (int i = 0; i < spoken; i++) {
      String language = in.readUTF();
      languages.put(language, LanguageModel.read(in, count));
    }
    return new TopicModel(topics, lexicon, languages);
  }
}
