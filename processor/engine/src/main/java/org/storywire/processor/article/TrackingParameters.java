package org.storywire.processor.article;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Names of parameters that tell who sent the reader, not which page is asked for. The shipped list
 * is the resource {@value #RESOURCE}; users add names of their own.
 */
final class TrackingParameters {

  static final String RESOURCE = "tracking-parameters.txt";

  private final Names always = new Names();
  private final Names withPage = new Names();

  private TrackingParameters() {}

  /**
   * The shipped list and more.
   *
   * @param more further names that are always tracking; one that ends in {@code *} stands for all
   *     names that begin so
   */
  static TrackingParameters with(List<String> more) {
    Sections shipped = Sections.read(RESOURCE);
    TrackingParameters parameters = new TrackingParameters();
    shipped.list("always").forEach(parameters.always::add);
    shipped.list("where the path names a page").forEach(parameters.withPage::add);
    more.forEach(parameters.always::add);
    return parameters;
  }

  /**
   * Whether a parameter says nothing about which page is asked for.
   *
   * @param pathNamesPage whether the path alone names one page
   */
  boolean holds(String parameter, boolean pathNamesPage) {
    String name = parameter.toLowerCase(Locale.ROOT);
    return always.hold(name) || (pathNamesPage && withPage.hold(name));
  }

  /** Whole names and beginnings of names. */
  private static final class Names {
    private final Set<String> whole = new HashSet<>();
    private final List<String> beginnings = new ArrayList<>();

    void add(String name) {
      String lower = name.toLowerCase(Locale.ROOT);
      if (lower.endsWith("*")) {
        beginnings.add(lower.substring(0, lower.length() - 1));
      } else {
        whole.add(lower);
      }
    }

    boolean hold(String name) {
      return whole.contains(name) || beginnings.stream().anyMatch(name::startsWith);
    }
  }
}
