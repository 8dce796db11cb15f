package org.storywire.processor.story.member;

import java.util.function.IntPredicate;
import org.storywire.processor.story.features.Field;
import org.storywire.processor.story.features.StoryFeatures;
import org.storywire.processor.text.ByteReader;
import org.storywire.processor.text.ByteWriter;

/**
 * What an article is found by and compared with. What it was worth at arrival (norms, the keys it
 * is found by) is kept, not recomputed, so that a restored follower answers like one that never
 * stopped. Immutable.
 */
public final class ArticleVectors {

  private final StoryFeatures features;
  private final float[] norms;
  private final int[] indexKeys;

  /**
   * The vectors of an article.
   *
   * @param features what is in it; sentences are left behind
   * @param norms length of its vector, one a field
   * @param indexKeys what it is found by
   */
  public ArticleVectors(StoryFeatures features, float[] norms, int[] indexKeys) {
    this.features = features;
    this.norms = norms;
    this.indexKeys = indexKeys;
  }

  public StoryFeatures features() {
    return features;
  }

  float norm(Field field) {
    return norms[field.ordinal()];
  }

  public int[] indexKeys() {
    return indexKeys;
  }

  /** With only those words, names and numbers that pass; found by the same keys. */
  ArticleVectors thinned(IntPredicate passes) {
    return new ArticleVectors(features.keep(passes), norms, indexKeys);
  }

  void write(ByteWriter out) {
    out.bytes(features.toBytes());
    for (float norm : norms) {
      out.fixed(Float.floatToIntBits(norm));
    }
    out.hashes(indexKeys);
  }

  static ArticleVectors read(ByteReader in) {
    StoryFeatures features = StoryFeatures.fromBytes(in.bytes());
    float[] norms = new float[Field.COUNT];
    for (int i = 0; i < norms.length; i++) {
      norms[i] = Float.intBitsToFloat(in.fixed());
    }
    return new ArticleVectors(features, norms, in.hashes());
  }
}
