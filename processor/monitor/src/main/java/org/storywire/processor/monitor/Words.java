package org.storywire.processor.monitor;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of a query. Everything asked for must occur; {@code OR} between two terms accepts
 * either of them and binds tighter than the space; {@code -} excludes; round brackets group. A term
 * matches at the start of a word, so {@code flood} finds "flooding" and not "afloat"; {@code "flood
 * warning"} is one term. {@code field:term} looks in one place alone: {@code headline}, {@code
 * topic} (code or label), {@code source}, {@code lang}, {@code min-sources}. Case and accents do
 * not matter.
 */
sealed interface Words {

  /** Nothing to look for: everything matches. */
  Words NONE = new All(List.of());

  /**
   * True if the subject has what is looked for.
   *
   * @param texts the subject's {@link Subject#words}, asked for once
   */
  boolean match(Subject subject, List<String> texts);

  /**
   * How well a subject that matches answers the words: a headline that has a term says more than a
   * text that has it [0..].
   */
  double relevance(Subject subject, List<String> texts);

  /** True if there is nothing to look for. */
  default boolean isEmpty() {
    return equals(NONE);
  }

  /** A term that occurs anywhere in the texts. */
  record Term(String folded) implements Words {
    private static final double IN_HEADLINE = 3;
    private static final double IN_NEWS = 1.5;

    @Override
    public boolean match(Subject subject, List<String> texts) {
      return place(texts) >= 0;
    }

    @Override
    public double relevance(Subject subject, List<String> texts) {
      int place = place(texts);
      return place < 0 ? 0 : place == 0 ? IN_HEADLINE : place == 1 ? IN_NEWS : 1;
    }

    private int place(List<String> texts) {
      for (int i = 0; i < texts.size(); i++) {
        if (occurs(folded, texts.get(i))) {
          return i;
        }
      }
      return -1;
    }
  }

  /** A term that occurs in one field. */
  record InField(Field field, String folded) implements Words {
    @Override
    public boolean match(Subject subject, List<String> texts) {
      return switch (field) {
        case HEADLINE -> occurs(folded, texts.get(0));
        case TOPIC ->
            subject.topics().stream()
                .anyMatch(
                    topic ->
                        topic.code().equalsIgnoreCase(folded)
                            || occurs(folded, Words.fold(topic.label())));
        case SOURCE -> subject.hasSource(folded);
        case LANG -> subject.hasLanguage(folded);
        case MIN_SOURCES -> subject.independent() >= Integer.parseInt(folded);
      };
    }

    @Override
    public double relevance(Subject subject, List<String> texts) {
      return field == Field.HEADLINE && match(subject, texts) ? Term.IN_HEADLINE : 0;
    }
  }

  /** Places that a term can be confined to. */
  enum Field {
    HEADLINE,
    TOPIC,
    SOURCE,
    LANG,
    MIN_SOURCES;

    static Optional<Field> of(String name) {
      for (Field field : values()) {
        if (field.name().replace('_', '-').equalsIgnoreCase(name)) {
          return Optional.of(field);
        }
      }
      return Optional.empty();
    }
  }

  /** What must not match. */
  record Not(Words unwanted) implements Words {
    @Override
    public boolean match(Subject subject, List<String> texts) {
      return !unwanted.match(subject, texts);
    }

    @Override
    public double relevance(Subject subject, List<String> texts) {
      return 0;
    }
  }

  /** All of these. */
  record All(List<Words> parts) implements Words {
    public All {
      parts = List.copyOf(parts);
    }

    @Override
    public boolean match(Subject subject, List<String> texts) {
      return parts.stream().allMatch(part -> part.match(subject, texts));
    }

    @Override
    public double relevance(Subject subject, List<String> texts) {
      return parts.stream().mapToDouble(part -> part.relevance(subject, texts)).sum();
    }
  }

  /** Any of these. */
  record Any(List<Words> parts) implements Words {
    public Any {
      parts = List.copyOf(parts);
    }

    @Override
    public boolean match(Subject subject, List<String> texts) {
      return parts.stream().anyMatch(part -> part.match(subject, texts));
    }

    @Override
    public double relevance(Subject subject, List<String> texts) {
      return parts.stream().mapToDouble(part -> part.relevance(subject, texts)).max().orElse(0);
    }
  }

  /**
   * Reads words as a person types them; brackets and quotation marks that nobody closed end with
   * the text.
   *
   * @throws IllegalArgumentException if there are more than 32 terms, or a field's value is none
   */
  static Words parse(String text) {
    return new Parser(text).all();
  }

  /** Lower case without accents. */
  static String fold(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (isAscii(lower)) {
      return lower;
    }
    String apart = Normalizer.normalize(lower, Normalizer.Form.NFD);
    StringBuilder bare = new StringBuilder(apart.length());
    apart
        .chars()
        .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
        .map(c -> c == '\u2019' ? '\'' : c)
        .forEach(c -> bare.append((char) c));
    return bare.toString();
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  private static boolean occurs(String term, String folded) {
    for (int at = folded.indexOf(term); at >= 0; at = folded.indexOf(term, at + 1)) {
      boolean inside = at > 0 && Character.isLetterOrDigit(folded.charAt(at - 1));
      if (!inside || !Character.isLetterOrDigit(term.charAt(0))) {
        return true;
      }
    }
    return false;
  }

  /** Reads a query from left to right. */
  final class Parser {

    private static final Pattern TOKEN =
        Pattern.compile("(-?)(?:([A-Za-z-]+):)?(?:\"([^\"]*)\"?|([^\\s\"()]+))|[()]");
    private static final int MOST_TERMS = 32;
    private static final int DEEPEST = 8;

    private final Matcher tokens;
    private boolean more;
    private int terms;
    private int depth;

    private Parser(String text) {
      this.tokens = TOKEN.matcher(text);
      this.more = tokens.find();
    }

    private Words all() {
      List<Words> parts = new ArrayList<>();
      while (more) {
        if (is(")")) {
          next();
          if (depth > 0) {
            break;
          }
          continue;
        }
        any().ifPresent(parts::add);
      }
      return parts.size() == 1 ? parts.get(0) : new All(parts);
    }

    private Optional<Words> any() {
      List<Words> parts = new ArrayList<>();
      one().ifPresent(parts::add);
      while (more && is("OR")) {
        next();
        one().ifPresent(parts::add);
      }
      return parts.isEmpty()
          ? Optional.empty()
          : Optional.of(parts.size() == 1 ? parts.get(0) : new Any(parts));
    }

    private Optional<Words> one() {
      if (!more || is(")")) {
        return Optional.empty();
      }
      if (is("-")) {
        next();
        return one().map(Not::new);
      }
      if (is("(")) {
        if (depth == DEEPEST) {
          throw new IllegalArgumentException(
              "too many brackets in q, expected at most " + DEEPEST + " within another");
        }
        next();
        depth++;
        Words group = all();
        depth--;
        return group.isEmpty() ? Optional.empty() : Optional.of(group);
      }
      if (is("AND") || is("OR")) {
        next();
        return Optional.empty();
      }
      Optional<Words> term = term();
      next();
      return term;
    }

    private Optional<Words> term() {
      String value = tokens.group(3) != null ? tokens.group(3) : tokens.group(4);
      String name = tokens.group(2);
      Optional<Field> field = name == null ? Optional.empty() : Field.of(name);
      String folded = fold(field.isEmpty() && name != null ? name + ":" + value : value).strip();
      if (folded.isEmpty()) {
        return Optional.empty();
      }
      if (++terms > MOST_TERMS) {
        throw new IllegalArgumentException("too many words in q, expected at most " + MOST_TERMS);
      }
      if (field.equals(Optional.of(Field.MIN_SOURCES)) && !folded.matches("\\d{1,6}")) {
        throw new IllegalArgumentException(
            "illegal min-sources in q: " + SafeText.of(folded, 40) + ", expected a number");
      }
      Words term = field.isPresent() ? new InField(field.get(), folded) : new Term(folded);
      return Optional.of(tokens.group(1).isEmpty() ? term : new Not(term));
    }

    private boolean is(String token) {
      return tokens.group().equals(token);
    }

    private void next() {
      more = tokens.find();
    }
  }
}
