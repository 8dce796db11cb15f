package org.storywire.processor.story.features;

/**
 * The distinct content words of an article, title and body together, numbered as they come: what
 * else is known of a word then stands in an array, and the word is looked up once.
 */
final class Vocabulary {

  private final IntTable numbers = new IntTable(500);

  /** The number of a word [0..]; a new one if the word has not come before. */
  int number(int word) {
    return numbers.getOrPut(Field.TERMS.key(word), numbers.size() + 1) - 1;
  }

  /** How many words there are. */
  int size() {
    return numbers.size();
  }

  /** The key of each word with its number below it, by ascending keys. */
  long[] sorted() {
    long[] sorted = numbers.sorted();
    for (int i = 0; i < sorted.length; i++) {
      sorted[i]--;
    }
    return sorted;
  }
}
