package org.storywire.docker.recipes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Text of the recipes in the schemas' README, as written. */
final class Recipe {

  private static final Path README = Path.of("../schemas/README.md");
  private static final String SECTION = "## Reading from other languages";

  private Recipe() {}

  private static String section() {
    try {
      String readme = Files.readString(README);
      int begin = readme.indexOf(SECTION);
      if (begin < 0) {
        throw new IllegalStateException("no section \"" + SECTION + "\" in " + README);
      }
      return readme.substring(begin);
    } catch (IOException e) {
      throw new UncheckedIOException("unable to read " + README, e);
    }
  }

  /** The only block of code in a language. */
  static String code(String language) {
    return one("(?s)```" + language + "\n(.*?)```");
  }

  /** The only part of the section that a pattern's first group matches. */
  static String one(String pattern) {
    List<String> found = all(pattern);
    if (found.size() != 1) {
      throw new IllegalStateException(found.size() + " of " + pattern + ", expected one");
    }
    return found.get(0);
  }

  /** Commands of the console blocks that begin with a word. */
  static List<String> commands(String program) {
    return all("(?m)^\\$ (" + Pattern.quote(program) + " .*)$");
  }

  private static List<String> all(String pattern) {
    return Pattern.compile(pattern).matcher(section()).results().map(Recipe::group).toList();
  }

  private static String group(MatchResult match) {
    return match.group(1);
  }
}
