package org.storywire.processor.workbench.topics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads the positive terms out of one of IPTC's boolean rules. A rule is an expression in
 * parentheses: {@code (or …)}, {@code (and …)}, {@code (not …)} and others over clauses such as
 * {@code (title adj "peace talks")}, {@code (body any "gold silver")} or {@code ("sitcom")}.
 *
 * <p>Only what is true on its own is taken: clauses below {@code or}, and the positive part of an
 * {@code and} whose other parts are all negated. Conjunctions, distances, counts and patterns
 * cannot be said by single terms and are left out.
 */
final class RuleTerms {

  /** A clause or an operator over clauses. */
  private record Node(String head, List<Node> children, String literal) {}

  private final String query;
  private int at;

  private RuleTerms(String query) {
    this.query = query;
  }

  /**
   * A term that speaks for the rule's topic.
   *
   * @param term one word, or a phrase
   * @param phrase whether the words must stand side by side
   */
  record Term(String term, boolean phrase) {}

  /** The rule's positive terms in order, without repeats. */
  static List<Term> of(String query) {
    Node root = new RuleTerms(query).node();
    List<Term> terms = new ArrayList<>();
    collect(root, terms);
    return terms.stream().distinct().toList();
  }

  private Node node() {
    skipSpace();
    expect('(');
    skipSpace();
    StringBuilder head = new StringBuilder();
    List<Node> children = new ArrayList<>();
    String literal = "";
    while (at < query.length() && query.charAt(at) != ')') {
      char c = query.charAt(at);
      if (c == '(') {
        children.add(node());
      } else if (c == '"') {
        literal = literal();
      } else {
        head.append(c);
        at++;
      }
    }
    expect(')');
    skipSpace();
    return new Node(head.toString().strip().replaceAll("\\s+", " "), children, literal);
  }

  private String literal() {
    expect('"');
    StringBuilder literal = new StringBuilder();
    while (at < query.length() && query.charAt(at) != '"') {
      if (query.charAt(at) == '\\') {
        at++;
      }
      literal.append(query.charAt(at++));
    }
    expect('"');
    return literal.toString();
  }

  private void expect(char c) {
    if (at >= query.length() || query.charAt(at) != c) {
      throw new IllegalArgumentException(
          "illegal rule: expected " + c + " at position " + at + " of " + query);
    }
    at++;
  }

  private void skipSpace() {
    while (at < query.length() && Character.isWhitespace(query.charAt(at))) {
      at++;
    }
  }

  private static void collect(Node node, List<Term> terms) {
    switch (node.head()) {
      case "or" -> node.children().forEach(child -> collect(child, terms));
      case "and" -> {
        List<Node> positive =
            node.children().stream().filter(child -> !child.head().equals("not")).toList();
        if (positive.size() == 1) {
          collect(positive.get(0), terms);
        }
      }
      default -> clause(node, terms);
    }
  }

  private static void clause(Node node, List<Term> terms) {
    String[] words = node.head().split("[ /]");
    boolean pattern = node.head().contains("regexp");
    boolean operator = List.of("not", "prox").contains(words[0]) || words[0].startsWith("or");
    if (pattern || operator || !node.children().isEmpty() || node.literal().isBlank()) {
      return;
    }
    String text = node.literal().toLowerCase(Locale.ROOT).replace('-', ' ').strip();
    if (node.head().contains(" any")) {
      for (String word : text.split("\\s+")) {
        add(word, terms);
      }
    } else {
      add(text, terms);
    }
  }

  private static void add(String text, List<Term> terms) {
    String term = text.replace("*", "").replaceAll("\\s+", " ").strip();
    if (term.length() > 2) {
      terms.add(new Term(term, term.indexOf(' ') > 0));
    }
  }
}
