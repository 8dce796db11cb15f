package org.storywire.processor.story;

import java.time.Duration;
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

  private final Overlap overlap = new Overlap();
  private final double[] values = new double[NAMES.size()];
  private int next;

  /** Numbers in the order of {@link #NAMES}; the array is used again for the next pair. */
  double[] of(Weighted article, HeldArticle other) {
    StoryFeatures left = article.features();
    StoryFeatures right = other.features().orElseThrow();
    next = 0;

    overlap.compare(article, other, Field.TERMS, 0.6);
    double words = overlap.cosine();
    double rarest = overlap.meanOfTop(5);
    double rarestWord = overlap.meanOfTop(1);
    double rareWords = scaled(overlap.rare(), 20);
    double smaller = Math.max(1e-6, article.mass(Field.TERMS));
    double contained = Math.min(1, overlap.mass() / smaller);
    overlap.compare(article, other, Field.TITLE, 0.6);
    double title = overlap.cosine();
    double titleMass = article.mass(Field.TITLE);
    double titleContained = titleMass == 0 ? 0 : overlap.mass() / titleMass;
    double titleApart = overlap.apart();
    overlap.compare(article, other, Field.LEAD, 0.6);
    double lead = overlap.cosine();
    overlap.compare(article, other, Field.CAPITALS, 0.6);
    double capitals = overlap.cosine();
    double rarestCapitals = overlap.meanOfTop(3);
    double rareCapitals = scaled(overlap.rare(), 8);
    overlap.compare(article, other, Field.PAIRS, 0.6);
    double names = overlap.cosine();
    double sharedNames = scaled(overlap.shared(), 8);
    double namesApart = overlap.apart();
    overlap.compare(article, other, Field.STREETS, 0.6);
    double streets = overlap.cosine();
    double streetShared = overlap.shared() > 0 ? 1 : 0;
    double streetsApart = overlap.apart();
    overlap.compare(article, other, Field.NUMBERS, 0.6);
    double numbers = overlap.cosine();
    double numbersApart = overlap.apart();
    overlap.compare(article, other, Field.AGES, 0.6);
    double ages = overlap.cosine();
    double ageShared = overlap.shared() > 0 ? 1 : 0;
    double agesApart = overlap.apart();
    overlap.compare(article, other, Field.PLACES, 0.6);
    double places = overlap.cosine();
    overlap.compare(article, other, Field.LEAD_PLACES, 0.6);
    double leadPlaces = overlap.cosine();
    double leadPlacesApart = overlap.apart();

    overlap.compare(article, Field.TITLE, other, Field.TERMS, 0.6);
    double titleInText = article.mass(Field.TITLE) == 0 ? 0 : overlap.mass() / titleMass;
    overlap.compare(article, Field.TERMS, other, Field.TITLE, 0.6);
    double otherTitleInText = share(overlap.shared(), right.bag(Field.TITLE));
    overlap.compare(article, Field.LEAD, other, Field.TERMS, 0.6);
    double leadMass = article.mass(Field.LEAD);
    double leadInText = leadMass == 0 ? 0 : overlap.mass() / leadMass;
    overlap.compare(article, Field.TERMS, other, Field.LEAD, 0.6);
    double otherLeadInText = share(overlap.shared(), right.bag(Field.LEAD));

    double days = Math.abs(Duration.between(other.at, article.at()).toSeconds()) / 86_400.0;
    int gap = gap(left.days(), right.days());
    double lag = Math.log1p(days) / Math.log1p(365);
    boolean sameSource = sameSource(article.source(), other.source);
    double lengths = Math.abs(Math.log((left.length() + 10.0) / (right.length() + 10.0)));
    double product =
        (words + capitals + names + streets + numbers + rarest) / 6 * Math.pow(1 + days, -0.1);

    put(words);
    put(title);
    put(lead);
    put(titleContained);
    put(capitals);
    put(names);
    put(streets);
    put(numbers);
    put(ages);
    put(places);
    put(leadPlaces);
    put(rarest);
    put(rarestCapitals);
    put(rareWords);
    put(rareCapitals);
    put(contained);
    put(sharedNames);
    put(streetShared);
    put(streetsApart);
    put(ageShared);
    put(agesApart);
    put(leadPlacesApart);
    put(numbersApart);
    put(namesApart);
    put(titleApart);
    put(gap == 0 ? 1 : 0);
    put(gap < 0 ? 0 : Math.log1p(gap) / Math.log1p(365));
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
    put(scaled(Math.max(left.bag(Field.PAIRS).size(), right.bag(Field.PAIRS).size()), 60));
    put(titleInText);
    put(otherTitleInText);
    put(leadInText);
    put(otherLeadInText);
    put(sameSource ? words : 0);
    put(sameSource ? rarest : 0);
    put(Math.cbrt(Math.max(names, streets) * Math.max(numbers, ages) * words));
    return values;
  }

  private static double share(int shared, Bag of) {
    return of.isEmpty() ? 0 : (double) shared / of.size();
  }

  private void put(double value) {
    values[next++] = value;
  }

  /** Logarithm of a count, 1 at {@code full}. */
  private static double scaled(int count, int full) {
    return Math.min(1, Math.log1p(count) / Math.log1p(full));
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
