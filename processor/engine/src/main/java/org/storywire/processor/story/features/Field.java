package org.storywire.processor.story.features;

/** Kinds of features that are compared separately. Order is part of what a key is made of. */
public enum Field {
  /** Content words of title and body. */
  TERMS(Space.WORDS, 0),
  /** Content words of the title. */
  TITLE(Space.WORDS, 1),
  /** Content words of the first sentences. */
  LEAD(Space.WORDS, 2),
  /** StoryWords written with a capital where grammar does not ask for one. */
  CAPITALS(Space.WORDS, 3),
  /** Neighbouring capitalised words: names of people, bodies, streets. */
  PAIRS(Space.PAIRS, 0),
  /** Street names and block numbers. */
  STREETS(Space.STREETS, 0),
  /** Figures, without years, times of day and days of the month. */
  NUMBERS(Space.NUMBERS, 0),
  /** Ages of people. */
  AGES(Space.AGES, 0),
  /** Names that stand where places stand. */
  PLACES(Space.PLACES, 0),
  /** Places of title and first sentences. */
  LEAD_PLACES(Space.PLACES, 1);

  public static final int COUNT = values().length;

  /** Fields of one space use the same keys, so that what they share can be told. */
  public enum Space {
    WORDS,
    PAIRS,
    STREETS,
    NUMBERS,
    AGES,
    PLACES;

    public static final int COUNT = values().length;
  }

  /** Largest count that is told apart. */
  public static final int MOST = 127;

  private static final int BITS = 7;

  private final Space space;
  private final int shift;

  Field(Space space, int slot) {
    this.space = space;
    this.shift = slot * BITS;
  }

  public Space space() {
    return space;
  }

  /** The field's count in a feature's packed counts [0..127]. */
  public int count(int packed) {
    return packed >>> shift & MOST;
  }

  /** 1 if the field's count is above 0, else 0; a number, so that callers need no branch. */
  public int has(int packed) {
    return count(packed) + MOST >>> BITS;
  }

  /** Packed counts of a feature that occurs once, and only in this field. */
  int once() {
    return 1 << shift;
  }

  /** Packed counts without this field's. */
  int cleared(int packed) {
    return packed & ~(MOST << shift);
  }

  /** Spreads a hash so that the same word means different keys in different fields. */
  int key(int hash) {
    int mixed = (hash ^ (ordinal() * 0x9e3779b9)) * 0x85ebca6b;
    return mixed ^ (mixed >>> 15);
  }
}
