package org.storywire.processor.story;

import java.time.Instant;
import java.util.List;

/** Compares an arriving article with a held one: about forty numbers a model can weigh. */
final class PairFeatures {

  /** Names in the order of the numbers. */
  static final List<String> NAMES =
      List.of(
          "words",
          "title",
          "lead",
          "title contained",
          "capitals",
          "names",
          "streets",
          "numbers",
          "ages",
          "places",
          "lead places",
          "rarest five words",
          "rarest three capitals",
          "rare words",
          "rare capitals",
          "words contained",
          "shared names",
          "street shared",
          "streets apart",
          "age shared",
          "ages apart",
          "lead places apart",
          "numbers apart",
          "names apart",
          "title apart",
          "date shared",
          "date gap",
          "date missing",
          "lag",
          "same source",
          "length ratio",
          "short text",
          "product",
          "root of words",
          "words by rarest",
          "street and age",
          "rarest word",
          "lag by words",
          "many names",
          "title in text",
          "other title in text",
          "lead in text",
          "other lead in text",
          "words, same source",
          "rarest, same source",
          "three times alike");

  // Logarithms worked out once: the platform's log1p takes as long as comparing twenty words.
  private static final double YEAR = Math.log1p(365);
  private static final double[] TO_8 = scale(8);
  private static final double[] TO_20 = scale(20);
  private static final double[] TO_60 = scale(60);

  private final Overlap overlap = new Overlap();
  private final double[] values = new double[NAMES.size()];
  private int next;

  /** Numbers in the order of {@link #NAMES}; the array is used again for the next pair. */
  double[] of(Weighted article, Member other) {
    StoryFeatures left = article.features();
    StoryFeatures right = other.features().orElseThrow();
    next = 0;
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
    double streets = overlap.cosine(Field.STREETS);
    double streetShared = overlap.shared(Field.STREETS) > 0 ? 1 : 0;
    double numbers = overlap.cosine(Field.NUMBERS);
    double ages = overlap.cosine(Field.AGES);
    double ageShared = overlap.shared(Field.AGES) > 0 ? 1 : 0;
    double titleInText = share(overlap.titleMassInText(), article.mass(Field.TITLE));
    double otherTitleInText = share(overlap.otherTitleInText(), right.profile().size(Field.TITLE));
    double leadInText = share(overlap.leadMassInText(), article.mass(Field.LEAD));
    double otherLeadInText = share(overlap.otherLeadInText(), right.profile().size(Field.LEAD));

    double days = Math.abs(secondsBetween(other.at, article.at())) / 86_400.0;
    int gap = gap(left.days(), right.days());
    double lag = Math.log1p(days) / YEAR;
    boolean sameSource = sameSource(article.source(), other.source);
    double lengths = Math.abs(Math.log((left.length() + 10.0) / (right.length() + 10.0)));
    double product =
        (words + capitals + names + streets + numbers + rarest) / 6 * Math.pow(1 + days, -0.1);

    put(words);
    put(title);
    put(overlap.cosine(Field.LEAD));
    put(titleContained);
    put(capitals);
    put(names);
    put(streets);
    put(numbers);
    put(ages);
    put(overlap.cosine(Field.PLACES));
    put(overlap.cosine(Field.LEAD_PLACES));
    put(rarest);
    put(rarestCapitals);
    put(rareWords);
    put(rareCapitals);
    put(contained);
    put(scaled(overlap.shared(Field.PAIRS), TO_8));
    put(streetShared);
    put(overlap.apart(Field.STREETS));
    put(ageShared);
    put(overlap.apart(Field.AGES));
    put(overlap.apart(Field.LEAD_PLACES));
    put(overlap.apart(Field.NUMBERS));
    put(overlap.apart(Field.PAIRS));
    put(overlap.apart(Field.TITLE));
    put(gap == 0 ? 1 : 0);
    put(gap < 0 ? 0 : Math.log1p(gap) / YEAR);
    put(gap < 0 ? 1 : 0);
    put(lag);
    put(sameSource ? 1 : 0);
    put(lengths / 3);
    put(1 / (1 + Math.min(left.length(), right.length()) / 100.0));
    put(product);
    put(Math.sqrt(words));
    put(words * rarest);
    put(streetShared * ageShared);
    put(rarestWord);
    put(lag * words);
    put(scaled(mostNames(left, right), TO_60));
    put(titleInText);
    put(otherTitleInText);
    put(leadInText);
    put(otherLeadInText);
    put(sameSource ? words : 0);
    put(sameSource ? rarest : 0);
    put(Math.cbrt(Math.max(names, streets) * Math.max(numbers, ages) * words));
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

  private void put(double value) {
    values[next++] = value;
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
