package org.storywire.processor.topics;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/**
 * Telling words and phrases of topics, by language. An article's evidence for a topic is the sum
 * over its phrases of {@code weight * (ln(1 + times in body) + 1.5 if in title)}, divided by the
 * square root of the body's length in units of 300 terms where it is longer.
 */
public final class Lexicon {

  private static final double TITLE = 1.5;
  private static final double USUAL_LENGTH = 300;

  /** One phrase's part in one topic. */
  record Entry(int topic, float weight) {}

  /** The phrases of one language; the topics of phrase {@code i} at {@code i}. */
  private record Language(PhraseIndex phrases, List<List<Entry>> entries) {}

  /** Gathers the phrases of one language. */
  private record Phrases(PhraseIndex.Builder phrases, List<List<Entry>> entries) {

    Language build() {
      return new Language(phrases.build(), List.copyOf(entries));
    }
  }

  private final List<String> topics;
  private final Map<String, Language> languages;

  private Lexicon(List<String> topics, Map<String, Language> languages) {
    this.topics = topics;
    this.languages = languages;
  }

  /** Reads the lexicon that is shipped: our own terms first, then IPTC's labels and rule terms. */
  public static Lexicon load() {
    List<String> lines = new ArrayList<>(Resources.lines("lexicon.tsv"));
    lines.addAll(Resources.lines("lexicon-iptc.tsv"));
    return parse(lines);
  }

  /** Reads lines of code, language and terms separated by tabs. */
  static Lexicon parse(List<String> lines) {
    TreeSet<String> codes = new TreeSet<>();
    lines.forEach(line -> codes.add(Taxonomy.PREFIX + line.substring(0, line.indexOf('\t'))));
    List<String> topics = List.copyOf(codes);
    Map<String, Phrases> languages = new HashMap<>();
    for (String line : lines) {
      String[] cells = line.split("\t", -1);
      int topic = topics.indexOf(Taxonomy.PREFIX + cells[0]);
      Phrases language =
          languages.computeIfAbsent(
              cells[1], code -> new Phrases(new PhraseIndex.Builder(), new ArrayList<>()));
      for (String term : cells[2].split(";")) {
        add(language, topic, cells[1], term.strip());
      }
    }
    Map<String, Language> built = new HashMap<>();
    languages.forEach((code, phrases) -> built.put(code, phrases.build()));
    return new Lexicon(topics, built);
  }

  private static void add(Phrases language, int topic, String code, String marked) {
    float weight = marked.endsWith("+") ? 2 : marked.endsWith("-") ? 0.4f : 1;
    String term = weight == 1 ? marked : marked.substring(0, marked.length() - 1);
    for (String form : forms(term, code)) {
      int phrase = language.phrases().add(Terms.ofPhrase(form));
      if (phrase == language.entries().size()) {
        language.entries().add(new ArrayList<>());
      }
      List<Entry> entries = language.entries().get(phrase);
      if (entries.stream().noneMatch(e -> e.topic() == topic)) {
        entries.add(new Entry(topic, weight));
      }
    }
  }

  /** A term and the plural of its last word, in languages that form it by rule. */
  static List<String> forms(String term, String language) {
    char last = term.charAt(term.length() - 1);
    if (language.equals("de") || last == 's' || last == '.' || Character.isDigit(last)) {
      return List.of(term);
    }
    boolean consonantY =
        last == 'y' && term.length() > 1 && "aeiou".indexOf(term.charAt(term.length() - 2)) < 0;
    if (language.equals("en") && consonantY) {
      return List.of(term, term.substring(0, term.length() - 1) + "ies");
    }
    String lower = term.toLowerCase(Locale.ROOT);
    boolean hissing = lower.endsWith("x") || lower.endsWith("ch") || lower.endsWith("sh");
    boolean spanishConsonant = language.equals("es") && "lnrdz".indexOf(last) >= 0;
    return List.of(term, term + (hissing || spanishConsonant ? "es" : "s"));
  }

  /** Codes of all topics with phrases, in order; evidence is given in this order. */
  public List<String> topics() {
    return topics;
  }

  /** Whether there are phrases for a language. */
  public boolean speaks(String language) {
    return languages.containsKey(language);
  }

  /** Evidence for each topic [0..]; zeros for a language without phrases. */
  public double[] evidence(String language, long[] title, long[] body) {
    double[] evidence = new double[topics.size()];
    visit(
        language,
        title,
        body,
        (entry, amount, in, at, length) -> evidence[entry.topic()] += amount);
    return evidence;
  }

  /** Receives each distinct phrase of a document once for each of its topics. */
  interface Visitor {

    /** The phrase adds {@code amount}; it is first seen at {@code at} in title or body. */
    void visit(Entry entry, double amount, boolean inTitle, int at, int length);
  }

  /** Visits the evidence by phrase. */
  void visit(String language, long[] title, long[] body, Visitor visitor) {
    Language words = languages.get(language);
    if (words == null) {
      return;
    }
    Hits hits = new Hits();
    words.phrases().scan(title, (phrase, start, length) -> hits.add(phrase, true, start, length));
    words.phrases().scan(body, (phrase, start, length) -> hits.add(phrase, false, start, length));
    double scale = 1 / Math.sqrt(Math.max(1, body.length / USUAL_LENGTH));
    int[] order = hits.byPhrase();
    for (int from = 0; from < order.length; ) {
      int phrase = hits.phrase(order[from]);
      int to = from;
      int inBody = 0;
      while (to < order.length && hits.phrase(order[to]) == phrase) {
        inBody += hits.inTitle(order[to]) ? 0 : 1;
        to++;
      }
      boolean inTitle = inBody < to - from;
      double amount = (Math.log1p(inBody) + (inTitle ? TITLE : 0)) * scale;
      int first = order[from];
      for (Entry entry : words.entries().get(phrase)) {
        visitor.visit(
            entry,
            amount * entry.weight(),
            hits.inTitle(first),
            hits.start(first),
            hits.length(first));
      }
      from = to;
    }
  }

  /** Occurrences in the order in which they were found. */
  private static final class Hits {

    private final IntArrayList phrases = new IntArrayList();
    private final IntArrayList places = new IntArrayList();

    void add(int phrase, boolean inTitle, int start, int length) {
      phrases.add(phrase);
      places.add((start << 5) | (Math.min(length, 15) << 1) | (inTitle ? 1 : 0));
    }

    /** Numbers of the occurrences, those of one phrase together, each group in text order. */
    int[] byPhrase() {
      long[] keys = new long[phrases.size()];
      for (int i = 0; i < keys.length; i++) {
        keys[i] = ((long) phrases.getInt(i) << 32) | i;
      }
      Arrays.sort(keys);
      int[] order = new int[keys.length];
      for (int i = 0; i < keys.length; i++) {
        order[i] = (int) keys[i];
      }
      return order;
    }

    int phrase(int hit) {
      return phrases.getInt(hit);
    }

    boolean inTitle(int hit) {
      return (places.getInt(hit) & 1) != 0;
    }

    int start(int hit) {
      return places.getInt(hit) >> 5;
    }

    int length(int hit) {
      return (places.getInt(hit) >> 1) & 15;
    }
  }
}
