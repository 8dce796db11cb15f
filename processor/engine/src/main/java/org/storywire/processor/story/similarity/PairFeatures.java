package org.storywire.processor.story.similarity;

import java.time.Instant;
import java.util.Set;
import org.storywire.processor.story.features.Field;
import org.storywire.processor.story.features.StoryFeatures;
import org.storywire.processor.story.member.Member;

/** Compares an arriving article with a held one: a number for each {@link PairFeature}. */
public final class PairFeatures {

  // Logarithms worked out once: the platform's log1p takes as long as comparing twenty words.
  private static final double YEAR = Math.log1p(365);

  /** Number of tokens where a text counts as much as short as it counts as long. */
  private static final double MIDDLING = 45;

  private static final double[] TO_8 = scale(8);
  private static final double[] TO_20 = scale(20);
  private static final double[] TO_60 = scale(60);

  /** Languages in whose script no capital shows what is a name. */
  private static final Set<String> CASELESS =
      Set.of(
          "am", "ar", "bn", "ckb", "fa", "gu", "he", "hi", "ja", "ka", "km", "kn", "ko", "lo", "ml",
          "mr", "my", "ne", "pa", "ps", "sd", "si", "ta", "te", "th", "ti", "ug", "ur", "yi", "zh");

  /**
   * What names share, as a multiple of what words share: the means of the 1,027 pairs of the local
   * incidents that tell of one event. It stands in for names where they can't be seen.
   */
  private static final double CAPITALS = 1.19;

  private static final double NAMES = 0.86;
  private static final double RAREST_CAPITALS = 1.71;
  private static final double RARE_CAPITALS = 1.52;
  private static final double SHARED_NAMES = 1.67;

  private final PairOverlap overlap = new PairOverlap();
  private final double[] values = new double[PairFeature.COUNT];

  /** Numbers in the order of {@link PairFeature}; the array is used again for the next pair. */
  public double[] of(ComparedArticle article, Member other) {
    StoryFeatures left = article.features();
    StoryFeatures right = other.features().orElseThrow();
    overlap.compare(article, other);

    double words = overlap.cosine(Field.TERMS);
    double rarest = overlap.rarestWords().mean(5);
    double rarestWord = overlap.rarestWords().mean(1);
    double rareWords = scaled(overlap.rarestWords().rare(), TO_20);
    double smaller = Math.max(1e-6, article.mass(Field.TERMS));
    double contained = Math.min(1, overlap.mass(Field.TERMS) / smaller);
    double title = overlap.cosine(Field.TITLE);
    double titleContained = share(overlap.mass(Field.TITLE), article.mass(Field.TITLE));
    double capitals = overlap.cosine(Field.CAPITALS);
    double rarestCapitals = overlap.rarestCapitals().mean(3);
    double rareCapitals = scaled(overlap.rarestCapitals().rare(), TO_8);
    double names = overlap.cosine(Field.PAIRS);
    double sharedNames = scaled(overlap.shared(Field.PAIRS), TO_8);
    double streets = overlap.cosine(Field.STREETS);
    double streetShared = overlap.shared(Field.STREETS) > 0 ? 1 : 0;
    double numbers = overlap.cosine(Field.NUMBERS);
    double ages = overlap.cosine(Field.AGES);
    double ageShared = overlap.shared(Field.AGES) > 0 ? 1 : 0;
    double titleInText = share(overlap.titleMassInText(), article.mass(Field.TITLE));
    double otherTitleInText = share(overlap.otherTitleInText(), right.profile().size(Field.TITLE));
    double leadInText = share(overlap.leadMassInText(), article.mass(Field.LEAD));
    double otherLeadInText = share(overlap.otherLeadInText(), right.profile().size(Field.LEAD));

    double days = Math.abs(secondsBetween(other.at(), article.at())) / 86_400.0;
    int gap = gap(left.days(), right.days());
    double lag = Math.log1p(days) / YEAR;
    boolean sameSource = sameSource(article.source(), other.source());
    double lengths = Math.abs(Math.log((left.length() + 10.0) / (right.length() + 10.0)));
    if (CASELESS.contains(other.language())) {
      capitals = Math.max(capitals, CAPITALS * words);
      names = Math.max(names, NAMES * words);
      rarestCapitals = Math.max(rarestCapitals, Math.min(1, RAREST_CAPITALS * words));
      rareCapitals = Math.max(rareCapitals, Math.min(1, RARE_CAPITALS * words));
      sharedNames = Math.max(sharedNames, Math.min(1, SHARED_NAMES * words));
    }
    double product =
        (words + capitals + names + streets + numbers + rarest) / 6 * Math.pow(1 + days, -0.1);

    put(PairFeature.WORDS, words);
    put(PairFeature.TITLE, title);
    put(PairFeature.LEAD, overlap.cosine(Field.LEAD));
    put(PairFeature.TITLE_CONTAINED, titleContained);
    put(PairFeature.CAPITALS, capitals);
    put(PairFeature.NAMES, names);
    put(PairFeature.STREETS, streets);
    put(PairFeature.NUMBERS, numbers);
    put(PairFeature.AGES, ages);
    put(PairFeature.PLACES, overlap.cosine(Field.PLACES));
    put(PairFeature.LEAD_PLACES, overlap.cosine(Field.LEAD_PLACES));
    put(PairFeature.RAREST_FIVE_WORDS, rarest);
    put(PairFeature.RAREST_THREE_CAPITALS, rarestCapitals);
    put(PairFeature.RARE_WORDS, rareWords);
    put(PairFeature.RARE_CAPITALS, rareCapitals);
    put(PairFeature.WORDS_CONTAINED, contained);
    put(PairFeature.SHARED_NAMES, sharedNames);
    put(PairFeature.STREET_SHARED, streetShared);
    put(PairFeature.STREETS_APART, overlap.apart(Field.STREETS));
    put(PairFeature.AGE_SHARED, ageShared);
    put(PairFeature.AGES_APART, overlap.apart(Field.AGES));
    put(PairFeature.LEAD_PLACES_APART, overlap.apart(Field.LEAD_PLACES));
    put(PairFeature.NUMBERS_APART, overlap.apart(Field.NUMBERS));
    put(PairFeature.NAMES_APART, overlap.apart(Field.PAIRS));
    put(PairFeature.TITLE_APART, overlap.apart(Field.TITLE));
    put(PairFeature.DATE_SHARED, gap == 0 ? 1 : 0);
    put(PairFeature.DATE_GAP, gap < 0 ? 0 : Math.log1p(gap) / YEAR);
    put(PairFeature.DATE_MISSING, gap < 0 ? 1 : 0);
    put(PairFeature.LAG, lag);
    put(PairFeature.SAME_SOURCE, sameSource ? 1 : 0);
    put(PairFeature.LENGTH_RATIO, lengths / 3);
    put(PairFeature.SHORT_TEXT, 1 / (1 + Math.min(left.length(), right.length()) / 100.0));
    put(PairFeature.PRODUCT, product);
    put(PairFeature.ROOT_OF_WORDS, Math.sqrt(words));
    put(PairFeature.WORDS_BY_RAREST, words * rarest);
    put(PairFeature.STREET_AND_AGE, streetShared * ageShared);
    put(PairFeature.RAREST_WORD, rarestWord);
    put(PairFeature.LAG_BY_WORDS, lag * words);
    put(PairFeature.MANY_NAMES, scaled(mostNames(left, right), TO_60));
    put(PairFeature.TITLE_IN_TEXT, titleInText);
    put(PairFeature.OTHER_TITLE_IN_TEXT, otherTitleInText);
    put(PairFeature.LEAD_IN_TEXT, leadInText);
    put(PairFeature.OTHER_LEAD_IN_TEXT, otherLeadInText);
    put(PairFeature.WORDS_SAME_SOURCE, sameSource ? words : 0);
    put(PairFeature.RAREST_SAME_SOURCE, sameSource ? rarest : 0);
    put(
        PairFeature.THREE_TIMES_ALIKE,
        Math.cbrt(Math.max(names, streets) * Math.max(numbers, ages) * words));
    return values;
  }

  private static double share(double part, double whole) {
    return whole == 0 ? 0 : part / whole;
  }

  private static int mostNames(StoryFeatures left, StoryFeatures right) {
    return Math.max(left.profile().size(Field.PAIRS), right.profile().size(Field.PAIRS));
  }

  private static long secondsBetween(Instant from, Instant to) {
    long seconds = to.getEpochSecond() - from.getEpochSecond();
    return to.getNano() < from.getNano() ? seconds - 1 : seconds;
  }

  private void put(PairFeature feature, double value) {
    values[feature.ordinal()] = value;
  }

  /**
   * How little text the shorter one has: near 1 for a headline, .5 for forty-five words, near 0 for
   * a report; 0 in a language of which no general news is known.
   */
  public static double shortness(ComparedArticle article, Member other) {
    if (!article.generalNews()) {
      return 0;
    }
    int tokens = other.features().map(StoryFeatures::length).orElse(0);
    double times = Math.min(article.features().length(), tokens) / MIDDLING;
    return 1 / (1 + times * times * times * times);
  }

  /** How many words two articles have in common. */
  public int sharedWords(ComparedArticle article, Member other) {
    overlap.compare(article, other);
    return overlap.shared(Field.TERMS);
  }

  private static double scaled(int count, double[] scale) {
    return scale[Math.min(count, scale.length - 1)];
  }

  /** Logarithms of counts, 1 at {@code full}. */
  private static double[] scale(int full) {
    double[] scale = new double[full + 1];
    for (int count = 0; count <= full; count++) {
      scale[count] = Math.log1p(count) / Math.log1p(full);
    }
    return scale;
  }

  static boolean sameSource(String left, String right) {
    return left.equals(right) && !left.isEmpty() && !left.equals("unknown");
  }

  /** Smallest distance of two days [days]; -1 if either has none. */
  private static int gap(int[] left, int[] right) {
    if (left.length == 0 || right.length == 0) {
      return -1;
    }
    int smallest = Integer.MAX_VALUE;
    int i = 0;
    int j = 0;
    while (i < left.length && j < right.length) {
      smallest = Math.min(smallest, Math.abs(left[i] - right[j]));
      if (left[i] < right[j]) {
        i++;
      } else {
        j++;
      }
    }
    return smallest;
  }
}
