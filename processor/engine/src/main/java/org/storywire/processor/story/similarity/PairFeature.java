package org.storywire.processor.story.similarity;

/**
 * What is compared of an arriving article and a held one: numbers from 0 to {@link #most}. A pair
 * with nothing to compare has 0. Identifiers are what model files and explanations say; they never
 * change their meaning. Rarity is inverse document frequency, from 0 to 1.
 */
public enum PairFeature {
  /** Cosine of the weighted words of both texts. */
  WORDS("words", 1),
  /** Cosine of the words of both titles. */
  TITLE("title", 1),
  /** Cosine of the words of both openings. */
  LEAD("lead", 1),
  /** Share of the arrival's title, by weight, that the other's title has. */
  TITLE_CONTAINED("title contained", 1),
  /** Cosine of capitalised words. */
  CAPITALS("capitals", 1),
  /** Cosine of neighbouring capitalised words. */
  NAMES("names", 1),
  /** Cosine of street names and block numbers. */
  STREETS("streets", 1),
  /** Cosine of figures. */
  NUMBERS("numbers", 1),
  /** Cosine of people's ages. */
  AGES("ages", 1),
  /** Cosine of names that stand where places stand. */
  PLACES("places", 1),
  /** Cosine of places in title and opening. */
  LEAD_PLACES("lead places", 1),
  /** Mean rarity of the five rarest words that both have. */
  RAREST_FIVE_WORDS("rarest five words", 1),
  /** Mean rarity of the three rarest capitalised words that both have. */
  RAREST_THREE_CAPITALS("rarest three capitals", 1),
  /** How many rare words both have; 1 is 20 or more, logarithmic. */
  RARE_WORDS("rare words", 1),
  /** How many rare capitalised words both have; 1 is 8 or more, logarithmic. */
  RARE_CAPITALS("rare capitals", 1),
  /** Share of the arrival's words, by weight, that the other has. */
  WORDS_CONTAINED("words contained", 1),
  /** How many names both have; 1 is 8 or more, logarithmic. */
  SHARED_NAMES("shared names", 1),
  /** 1 if both name a street or block. */
  STREET_SHARED("street shared", 1),
  /** 1 if both name streets, but none in common. */
  STREETS_APART("streets apart", -1),
  /** 1 if both give an age. */
  AGE_SHARED("age shared", 1),
  /** 1 if both give ages, but none in common. */
  AGES_APART("ages apart", -1),
  /** 1 if both openings name places, but none in common. */
  LEAD_PLACES_APART("lead places apart", -1),
  /** 1 if both give figures, but none in common. */
  NUMBERS_APART("numbers apart", -1),
  /** 1 if both have names, but none in common. */
  NAMES_APART("names apart", -1),
  /** 1 if both have titles without a common word. */
  TITLE_APART("title apart", -1),
  /** 1 if both mention the same day. */
  DATE_SHARED("date shared", 1),
  /** Smallest distance of two days mentioned; 1 is a year, logarithmic. */
  DATE_GAP("date gap", -2),
  /** 1 if either mentions no day. */
  DATE_MISSING("date missing", -1),
  /** Time between the two; 1 is a year, logarithmic. */
  LAG("lag", -2),
  /** 1 if both are of one known source. */
  SAME_SOURCE("same source", -1),
  /** Logarithm of the ratio of lengths, divided by 3. */
  LENGTH_RATIO("length ratio", -3),
  /** How little text the shorter one has: 1 / (1 + tokens / 100). */
  SHORT_TEXT("short text", 1),
  /** Mean of six cosines, falling slowly with days between. */
  PRODUCT("product", 1),
  /** Square root of "words". */
  ROOT_OF_WORDS("root of words", 1),
  /** "words" times "rarest five words". */
  WORDS_BY_RAREST("words by rarest", 1),
  /** 1 if a street and an age are shared. */
  STREET_AND_AGE("street and age", 1),
  /** Rarity of the rarest word that both have. */
  RAREST_WORD("rarest word", 1),
  /** "lag" times "words". */
  LAG_BY_WORDS("lag by words", -2),
  /** Names in the text with more of them; 1 is 60 or more, logarithmic. */
  MANY_NAMES("many names", -1),
  /** Share of the arrival's title, by weight, that the other's text has. */
  TITLE_IN_TEXT("title in text", 1),
  /** Share of the other's title words that the arrival's text has. */
  OTHER_TITLE_IN_TEXT("other title in text", 1),
  /** Share of the arrival's opening, by weight, that the other's text has. */
  LEAD_IN_TEXT("lead in text", 1),
  /** Share of the other's opening words that the arrival's text has. */
  OTHER_LEAD_IN_TEXT("other lead in text", 1),
  /** "words" where both are of one source. */
  WORDS_SAME_SOURCE("words, same source", -1),
  /** "rarest five words" where both are of one source. */
  RAREST_SAME_SOURCE("rarest, same source", -1),
  /** Cube root of names or streets, numbers or ages, and words. */
  THREE_TIMES_ALIKE("three times alike", 1);

  /** Number of features. */
  public static final int COUNT = values().length;

  private final String id;
  private final double reach;

  PairFeature(String id, double reach) {
    this.id = id;
    this.reach = reach;
  }

  /** Stable identifier, readable by a person. */
  public String id() {
    return id;
  }

  /** Largest value, for times that lie within three centuries. */
  public double most() {
    return Math.abs(reach);
  }

  /**
   * Whether it can only speak for one event; otherwise it can only speak against it. Weights of
   * short texts keep to that.
   */
  public boolean speaksFor() {
    return reach > 0;
  }
}
