package org.storywire.processor.workbench.syndication;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/**
 * Makes many texts out of a few: words are exchanged for other words of the same text until hardly
 * a shingle is left of the model, so that lengths, quotations and word frequencies stay real.
 */
final class Perturbation {

  private static final Pattern BREAK = Pattern.compile("(?<=\\s)");

  private Perturbation() {}

  /** A text of the same words in another order within each paragraph; the same for a seed. */
  static String of(String body, long seed) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder(body.length() + 64);
    for (String paragraph : body.split("\n", -1)) {
      List<String> words = new ArrayList<>(List.of(BREAK.split(paragraph + " ")));
      Collections.shuffle(words, random);
      words.forEach(text::append);
      text.setCharAt(text.length() - 1, '\n');
    }
    return text.toString();
  }
}
