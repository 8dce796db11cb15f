package org.storywire.processor.story;

/** Kinds of features that are compared separately. Order is part of the byte format. */
enum Field {
  /** Content words of title and body. */
  TERMS,
  /** Content words of the title. */
  TITLE,
  /** Content words of the first sentences. */
  LEAD,
  /** Words written with a capital where grammar does not ask for one. */
  CAPITALS,
  /** Neighbouring capitalised words: names of people, bodies, streets. */
  PAIRS,
  /** Street names and block numbers. */
  STREETS,
  /** Figures, without years, times of day and days of the month. */
  NUMBERS,
  /** Ages of people. */
  AGES,
  /** Names that stand where places stand. */
  PLACES,
  /** Places of title and first sentences. */
  LEAD_PLACES;

  static final int COUNT = values().length;

  /** Spreads a hash so that the same word means different keys in different fields. */
  int key(int hash) {
    int mixed = (hash ^ (ordinal() * 0x9e3779b9)) * 0x85ebca6b;
    return mixed ^ (mixed >>> 15);
  }
}
