package org.storywire.processor.story;

import java.util.Arrays;

/**
 * What an arriving article shares with a held one, field by field, from one walk over the held
 * article's features. Used for one pair after another.
 */
final class Overlap {

  private static final int WORDS = Field.Space.WORDS.ordinal();
  private static final int PLACES = Field.Space.PLACES.ordinal();

  private final double[] product = new double[Field.COUNT];
  private final double[] mass = new double[Field.COUNT];
  private final int[] shared = new int[Field.COUNT];
  private final Rarest words = new Rarest();
  private final Rarest capitals = new Rarest();
  private double titleMassInText;
  private double leadMassInText;
  private int otherTitleInText;
  private int otherLeadInText;
  private int[] places = new int[256];
  private int[] otherPlaces = new int[256];
  private Weighted article;
  private HeldArticle other;
  private Profile right;

  /** Compares again. */
  void compare(Weighted arriving, HeldArticle held) {
    article = arriving;
    other = held;
    right = held.profile();
    Arrays.fill(product, 0);
    Arrays.fill(mass, 0);
    Arrays.fill(shared, 0);
    words.clear();
    capitals.clear();
    titleMassInText = 0;
    leadMassInText = 0;
    otherTitleInText = 0;
    otherLeadInText = 0;
    if (right.size() > places.length) {
      places = new int[right.size()];
      otherPlaces = new int[right.size()];
    }
    compareWords();
    plain(Field.PAIRS);
    plain(Field.STREETS);
    plain(Field.NUMBERS);
    plain(Field.AGES);
    comparePlaces();
  }

  private void compareWords() {
    Profile left = article.profile();
    int found = article.matches(right, WORDS, places, otherPlaces);
    for (int match = 0; match < found; match++) {
      int i = places[match];
      int a = left.packed(i);
      int b = right.packed(otherPlaces[match]);
      double idf = article.idf(i);
      int terms = Field.TERMS.count(a);
      int otherTerms = Field.TERMS.count(b);
      if (terms > 0 && otherTerms > 0) {
        share(Field.TERMS, terms, otherTerms, idf);
        words.add(idf);
      }
      if ((a | b) >>> 7 != 0) {
        share(Field.TITLE, Field.TITLE.count(a), Field.TITLE.count(b), idf);
        share(Field.LEAD, Field.LEAD.count(a), Field.LEAD.count(b), idf);
        if (share(Field.CAPITALS, Field.CAPITALS.count(a), Field.CAPITALS.count(b), idf)) {
          capitals.add(idf);
        }
        titleMassInText += otherTerms > 0 && Field.TITLE.count(a) > 0 ? idf : 0;
        leadMassInText += otherTerms > 0 && Field.LEAD.count(a) > 0 ? idf : 0;
        otherTitleInText += terms > 0 && Field.TITLE.count(b) > 0 ? 1 : 0;
        otherLeadInText += terms > 0 && Field.LEAD.count(b) > 0 ? 1 : 0;
      }
    }
  }

  private void plain(Field field) {
    int found = article.matches(right, field.space().ordinal(), places, otherPlaces);
    for (int match = 0; match < found; match++) {
      int i = places[match];
      int count = article.profile().packed(i);
      share(field, count, right.packed(otherPlaces[match]), article.idf(i));
    }
  }

  private void comparePlaces() {
    int found = article.matches(right, PLACES, places, otherPlaces);
    for (int match = 0; match < found; match++) {
      double idf = article.idf(places[match]);
      int a = article.profile().packed(places[match]);
      int b = right.packed(otherPlaces[match]);
      share(Field.PLACES, Field.PLACES.count(a), Field.PLACES.count(b), idf);
      share(Field.LEAD_PLACES, Field.LEAD_PLACES.count(a), Field.LEAD_PLACES.count(b), idf);
    }
  }

  private boolean share(Field field, int count, int otherCount, double idf) {
    if (count == 0 || otherCount == 0) {
      return false;
    }
    int f = field.ordinal();
    product[f] += Weighted.tf(count) * Weighted.tf(otherCount) * idf * idf;
    mass[f] += idf;
    shared[f]++;
    return true;
  }

  /** Cosine of a field's weighted features [0..1]. */
  double cosine(Field field) {
    double norm = article.norm(field);
    double heldNorm = other.norm(field);
    return norm == 0 || heldNorm == 0
        ? 0
        : Math.min(1, product[field.ordinal()] / (norm * heldNorm));
  }

  /** Number of features shared. */
  int shared(Field field) {
    return shared[field.ordinal()];
  }

  /** Sum of the shared features' inverse document frequencies. */
  double mass(Field field) {
    return mass[field.ordinal()];
  }

  /** 1 if both have features of this field and share none, else 0. */
  double apart(Field field) {
    boolean both = article.profile().size(field) > 0 && right.size(field) > 0;
    return both && shared(field) == 0 ? 1 : 0;
  }

  /** The rarest shared words. */
  Rarest rarestWords() {
    return words;
  }

  /** The rarest shared capitalised words. */
  Rarest rarestCapitals() {
    return capitals;
  }

  /** Weight of those words of the arriving article's title that the held one's text has. */
  double titleMassInText() {
    return titleMassInText;
  }

  /** Weight of those words of the arriving article's opening that the held one's text has. */
  double leadMassInText() {
    return leadMassInText;
  }

  /** Number of words of the held article's title that the arriving one's text has. */
  int otherTitleInText() {
    return otherTitleInText;
  }

  /** Number of words of the held article's opening that the arriving one's text has. */
  int otherLeadInText() {
    return otherLeadInText;
  }
}
