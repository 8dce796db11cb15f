package org.storywire.processor.story.similarity;

import java.util.Arrays;
import org.storywire.processor.story.features.Field;
import org.storywire.processor.story.features.Profile;
import org.storywire.processor.story.member.Member;

/**
 * What an arriving article shares with a held one, field by field, from one walk over the held
 * article's features. Used for one pair after another.
 */
final class PairOverlap {

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
  private int[] places = new int[512];
  private int[] otherPlaces = new int[512];
  private ComparedArticle article;
  private Member other;
  private Profile right;

  /** Compares again. */
  void compare(ComparedArticle arriving, Member held) {
    article = arriving;
    other = held;
    right = held.profile();
    Arrays.fill(product, 0);
    Arrays.fill(mass, 0);
    Arrays.fill(shared, 0);
    words.clear(article.rarity());
    capitals.clear(article.rarity());
    titleMassInText = 0;
    leadMassInText = 0;
    otherTitleInText = 0;
    otherLeadInText = 0;
    if (right.size() > places.length) {
      places = new int[right.size() * 2];
      otherPlaces = new int[right.size() * 2];
    }
    compareWords();
    plain(Field.PAIRS);
    plain(Field.STREETS);
    plain(Field.NUMBERS);
    plain(Field.AGES);
    comparePlaces();
  }

  // No branches on counts: which fields share a word can't be predicted.

  private void compareWords() {
    Profile left = article.profile();
    Rarity rarity = article.rarity();
    int found = article.matches(right, WORDS, places, otherPlaces);
    int marked = 0;
    for (int match = 0; match < found; match++) {
      int i = places[match];
      int j = otherPlaces[match];
      int a = left.packed(i);
      int b = right.packed(j);
      words.add(rarity.place(i), share(Field.TERMS, a, b, article.idf(i)));
      places[marked] = i;
      otherPlaces[marked] = j;
      marked += (a | b) > Field.MOST ? 1 : 0;
    }
    compareMarked(marked);
  }

  /** Those of the words in common that stand in a title or an opening, or with a capital. */
  private void compareMarked(int marked) {
    Rarity rarity = article.rarity();
    for (int match = 0; match < marked; match++) {
      int i = places[match];
      int a = article.profile().packed(i);
      int b = right.packed(otherPlaces[match]);
      double idf = article.idf(i);
      share(Field.TITLE, a, b, idf);
      share(Field.LEAD, a, b, idf);
      capitals.add(rarity.place(i), share(Field.CAPITALS, a, b, idf));
      int inText = Field.TERMS.has(b);
      titleMassInText += (inText & Field.TITLE.has(a)) * idf;
      leadMassInText += (inText & Field.LEAD.has(a)) * idf;
      int inOtherText = Field.TERMS.has(a);
      otherTitleInText += inOtherText & Field.TITLE.has(b);
      otherLeadInText += inOtherText & Field.LEAD.has(b);
    }
  }

  private void plain(Field field) {
    int found = article.matches(right, field.space().ordinal(), places, otherPlaces);
    for (int match = 0; match < found; match++) {
      int i = places[match];
      share(field, article.profile().packed(i), right.packed(otherPlaces[match]), article.idf(i));
    }
  }

  private void comparePlaces() {
    int found = article.matches(right, PLACES, places, otherPlaces);
    for (int match = 0; match < found; match++) {
      double idf = article.idf(places[match]);
      int a = article.profile().packed(places[match]);
      int b = right.packed(otherPlaces[match]);
      share(Field.PLACES, a, b, idf);
      share(Field.LEAD_PLACES, a, b, idf);
    }
  }

  /** Adds what two packed counts share in a field, if they do; 1 if they do, else 0. */
  private int share(Field field, int packed, int otherPacked, double idf) {
    int f = field.ordinal();
    int both = field.has(packed) & field.has(otherPacked);
    product[f] +=
        ComparedArticle.tf(field.count(packed))
            * ComparedArticle.tf(field.count(otherPacked))
            * idf
            * idf;
    mass[f] += both * idf;
    shared[f] += both;
    return both;
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
