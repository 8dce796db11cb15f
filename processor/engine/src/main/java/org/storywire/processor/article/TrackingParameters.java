package org.storywire.processor.article;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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

  private static final String ALWAYS = "[always]";
  private static final String WITH_PAGE = "[where the path names a page]";

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
    TrackingParameters parameters = new TrackingParameters();
    Names section = parameters.always;
    for (String line : shipped().split("\n", -1)) {
      String name = line.strip();
      if (name.equals(ALWAYS)) {
        section = parameters.always;
      } else if (name.equals(WITH_PAGE)) {
        section = parameters.withPage;
      } else if (!name.isEmpty() && !name.startsWith("#")) {
        section.add(name);
      }
    }
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

  private static String shipped() {
    try (InputStream in = TrackingParameters.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("resource " + RESOURCE + " is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("unable to read " + RESOURCE, e);
    }
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
