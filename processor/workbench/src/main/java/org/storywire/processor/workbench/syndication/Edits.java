package org.storywire.processor.workbench.syndication;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Edits that newsrooms and sites make to copies, each with a strength. */
final class Edits {

  /** Makes an edited copy of {@code body}; {@code others} are bodies of other articles. */
  interface Edit {
    String apply(String body, double strength, List<String> others, Random random);
  }

  /**
   * An edit with the strengths to try, weakest first.
   *
   * @param unit what the strength counts
   */
  record Rung(String unit, double[] strengths, Edit edit) {}

  private Edits() {}

  /** All edits by name. */
  static Map<String, Rung> all() {
    Map<String, Rung> edits = new LinkedHashMap<>();
    edits.put("cut", rung("paragraphs kept", Edits::cut, 12, 8, 5, 3, 2));
    edits.put("insert", rung("paragraphs added", Edits::insert, 1, 2, 4, 8, 16));
    edits.put("drop", rung("share of sentences", Edits::drop, .05, .1, .2, .3, .5));
    edits.put("words", rung("share of words", Edits::words, .02, .04, .06, .08, .12));
    edits.put("spelling", rung("on", Edits::spelling, 1));
    edits.put("headline", rung("on", (body, strength, others, random) -> body, 1));
    edits.put("furniture", rung("lines around", Edits::furniture, 10, 30, 60, 120, 240));
    edits.put("embed", rung("articles around", Edits::embed, 1, 2, 4, 8, 16));
    edits.put("numbers", rung("on", Edits::numbers, 1));
    edits.put("ocr", rung("share of letters", Edits::ocr, .005, .01, .02, .03, .05));
    return edits;
  }

  private static Rung rung(String unit, Edit edit, double... strengths) {
    return new Rung(unit, strengths, edit);
  }

  private static List<String> paragraphs(String body) {
    List<String> paragraphs = new ArrayList<>();
    body.lines().filter(line -> !line.isBlank()).forEach(paragraphs::add);
    return paragraphs;
  }

  private static String join(List<String> paragraphs) {
    return String.join("\n\n", paragraphs);
  }

  private static String cut(String body, double kept, List<String> others, Random random) {
    List<String> paragraphs = paragraphs(body);
    return join(paragraphs.subList(0, Math.min(paragraphs.size(), (int) kept)));
  }

  private static String insert(String body, double added, List<String> others, Random random) {
    List<String> paragraphs = paragraphs(body);
    for (int i = 0; i < added; i++) {
      List<String> local = paragraphs(others.get(random.nextInt(others.size())));
      paragraphs.add(
          1 + random.nextInt(paragraphs.size()), local.get(random.nextInt(local.size())));
    }
    return join(paragraphs);
  }

  private static String drop(String body, double share, List<String> others, Random random) {
    List<String> kept = new ArrayList<>();
    for (String paragraph : paragraphs(body)) {
      StringBuilder text = new StringBuilder();
      for (String sentence : paragraph.split("(?<=[.!?]) ")) {
        if (random.nextDouble() >= share) {
          text.append(text.isEmpty() ? "" : " ").append(sentence);
        }
      }
      if (!text.isEmpty()) {
        kept.add(text.toString());
      }
    }
    return join(kept);
  }

  private static String words(String body, double share, List<String> others, Random random) {
    StringBuilder text = new StringBuilder(body.length());
    for (String word : body.split("(?<= )")) {
      text.append(random.nextDouble() < share ? "altered " : word);
    }
    return text.toString();
  }

  private static String spelling(String body, double on, List<String> others, Random random) {
    return body.replaceAll("\\b(\\w{2,})izing\\b", "$1ising")
        .replaceAll("\\b(\\w{2,})ize(d|s)?\\b", "$1ise$2")
        .replaceAll("\\b(col|fav|hon|lab|neighb|rum|behavi)or", "$1our")
        .replaceAll("\\b(cent|theat)er\\b", "$1re")
        .replaceAll("\\bdefense\\b", "defence")
        .replaceAll("\\bpercent\\b", "per cent")
        .replaceAll("[\"\u201c](?=\\w)", "\u2018")
        .replaceAll("[\"\u201d]", "\u2019");
  }

  private static String furniture(String body, double lines, List<String> others, Random random) {
    String[] names = {
      "Home",
      "Weather tonight",
      "Sign in to comment",
      "Local sport",
      "Subscribe",
      "Photo galleries",
      "Share this on all networks",
      "Obituaries",
      "Most read this week",
      "Jobs near you",
      "Contact us"
    };
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < lines; i++) {
      if (i == (int) lines / 2) {
        text.append(body).append("\n");
      }
      text.append(names[i % names.length]).append(' ').append(i / names.length).append('\n');
    }
    return text.toString();
  }

  private static String embed(String body, double around, List<String> others, Random random) {
    List<String> articles = new ArrayList<>();
    for (int i = 0; i < around; i++) {
      articles.add(others.get(random.nextInt(others.size())));
    }
    articles.add(articles.size() / 2 + articles.size() % 2, body);
    return join(articles);
  }

  private static String numbers(String body, double on, List<String> others, Random random) {
    return body.replaceAll("(\\d),(\\d{3})", "$1.$2")
        .replaceAll("(\\d)\\.(\\d)\\b", "$1,$2")
        .replaceAll("\\$(\\d[\\d.,]*)", "$1 dollars")
        .replaceAll("(\\d)%", "$1 per cent");
  }

  private static String ocr(String body, double share, List<String> others, Random random) {
    String look = "l1|O0|rn|cl|e c|a o";
    StringBuilder text = new StringBuilder(body);
    for (int i = 0; i < text.length(); i++) {
      if (Character.isLetter(text.charAt(i)) && random.nextDouble() < share) {
        text.setCharAt(i, look.charAt(random.nextInt(look.length())));
      }
    }
    return text.toString();
  }
}
