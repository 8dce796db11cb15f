package org.storywire.processor.workbench.topics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.storywire.processor.topics.LexiconOpinion;
import org.storywire.processor.topics.Taxonomy;
import org.storywire.processor.topics.TopLevelEvidence;

/**
 * Learns how far the lexicon's evidence can be trusted. Every set counts the same, because the
 * answer is for articles of no set at all; a topic that an article may well have too counts as
 * right. A set of one topic only says nothing about telling topics apart and is left out.
 */
final class LexiconFit {

  private static final String OF_ONE_TOPIC = "incidents";
  private static final double RIDGE = 0.1;
  private static final double WEIGHT_OF_A_SET = 1_000;

  private final Taxonomy taxonomy;
  private final TopLevelEvidence evidence;
  private final List<String> tops;

  LexiconFit(Taxonomy taxonomy, TopLevelEvidence evidence, List<String> tops) {
    this.taxonomy = taxonomy;
    this.evidence = evidence;
    this.tops = tops;
  }

  /** One article and one topic that the lexicon speaks for. */
  private record Claim(double[] inputs, boolean right) {}

  LexiconOpinion fit(List<Example> examples) {
    Map<String, List<Claim>> claims = new TreeMap<>();
    for (Example example : examples) {
      if (!example.set().equals(OF_ONE_TOPIC)) {
        claims.computeIfAbsent(example.set(), set -> new ArrayList<>()).addAll(claims(example));
      }
    }
    int count = claims.values().stream().mapToInt(List::size).sum();
    double[][] inputs = new double[count][];
    boolean[] right = new boolean[count];
    double[] weights = new double[count];
    int i = 0;
    for (List<Claim> ofSet : claims.values()) {
      for (Claim claim : ofSet) {
        inputs[i] = claim.inputs();
        right[i] = claim.right();
        weights[i++] = WEIGHT_OF_A_SET / ofSet.size();
      }
    }
    double[] fitted = LogisticFit.fit(inputs, right, weights, RIDGE);
    return new LexiconOpinion((float) fitted[0], (float) fitted[1], (float) fitted[2]);
  }

  private List<Claim> claims(Example example) {
    float[] found = evidence.of(example.language(), example.title(), example.body());
    List<Claim> claims = new ArrayList<>();
    for (int k = 0; k < found.length; k++) {
      if (found[k] >= LexiconOpinion.LEAST) {
        String top = tops.get(k);
        boolean right =
            example.primary().stream().anyMatch(code -> taxonomy.topLevelOf(code).equals(top))
                || example.further().stream()
                    .anyMatch(code -> taxonomy.topLevelOf(code).equals(top));
        claims.add(new Claim(LexiconOpinion.inputs(found, k), right));
      }
    }
    return claims;
  }
}
