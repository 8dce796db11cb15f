package org.storywire.processor.monitor;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a reader wants to see: one grammar for columns, the API, the stream and webhooks. Parameters
 * are joined by "and"; a parameter given more than once means "any of".
 *
 * <pre>
 * q=flood OR storm -drill             words, see {@link Words}
 * topic=medtop:16000000               IPTC topic or any descendant; may repeat
 * source=wire.example                 host or any host below it; may repeat
 * lang=en                             ISO 639-1; may repeat
 * material=true                       only what brought news
 * min-sources=3                       at least so many independent sources
 * </pre>
 *
 * @param minSources independent sources needed [0..]
 */
record Query(
    Words words,
    List<String> topics,
    List<String> sources,
    List<String> languages,
    boolean material,
    int minSources) {

  /** Asks for everything. */
  static final Query ALL = parse(Map.of());

  /** Names of the parameters that make up a query. */
  static final Set<String> PARAMETERS =
      Set.of("q", "topic", "source", "lang", "material", "min-sources");

  private static final Pattern TOPIC =
      Pattern.compile("[A-Za-z][A-Za-z0-9]{0,19}:[A-Za-z0-9]{1,20}");
  private static final Pattern SOURCE = Pattern.compile("[^\\s\\p{Cntrl}]{1,200}");
  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}");
  private static final int LONGEST_WORDS = 500;
  private static final int MOST_VALUES = 50;

  Query {
    topics = List.copyOf(topics);
    sources = List.copyOf(sources);
    languages = List.copyOf(languages);
  }

  /**
   * Reads a URL query string, percent-encoded, without the question mark.
   *
   * @throws IllegalArgumentException naming the parameter that is unknown or malformed
   */
  static Query parse(String urlQuery) {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    for (String pair : urlQuery.split("&")) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = decode(equals < 0 ? pair : pair.substring(0, equals));
        String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
        parameters.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
      }
    }
    return parse(parameters);
  }

  /**
   * Reads decoded parameters.
   *
   * @throws IllegalArgumentException naming the parameter that is unknown or malformed
   */
  static Query parse(Map<String, List<String>> parameters) {
    for (String name : parameters.keySet()) {
      if (!PARAMETERS.contains(name)) {
        throw new IllegalArgumentException(
            "unknown parameter: "
                + SafeText.of(name, 40)
                + ", expected one of "
                + PARAMETERS.stream().sorted().toList());
      }
    }
    String words = single(parameters, "q", "");
    if (words.length() > LONGEST_WORDS) {
      throw new IllegalArgumentException(
          "q has " + words.length() + " characters, expected at most " + LONGEST_WORDS);
    }
    return new Query(
        Words.parse(words),
        many(parameters, "topic", TOPIC, "a code such as medtop:16000000"),
        many(parameters, "source", SOURCE, "a host or feed id"),
        many(parameters, "lang", LANGUAGE, "a language code such as en"),
        flag(single(parameters, "material", "false")),
        count(single(parameters, "min-sources", "0")));
  }

  /** True if the subject is wanted. */
  boolean matches(Subject subject) {
    return (!material || subject.material())
        && subject.independent() >= minSources
        && any(topics, subject::hasTopic)
        && any(sources, subject::hasSource)
        && any(languages, subject::hasLanguage)
        && (words.isEmpty() || words.match(subject, subject.words()));
  }

  /** True if everything is wanted. */
  boolean isAll() {
    return equals(ALL);
  }

  private static boolean any(List<String> wanted, java.util.function.Predicate<String> has) {
    return wanted.isEmpty() || wanted.stream().anyMatch(has);
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "malformed percent-encoding: " + SafeText.of(text, 40) + ", expected %XX", e);
    }
  }

  private static String single(Map<String, List<String>> parameters, String name, String fallback) {
    List<String> values = parameters.getOrDefault(name, List.of(fallback));
    if (values.size() > 1) {
      throw new IllegalArgumentException(name + " was given more than once");
    }
    return values.isEmpty() ? fallback : values.get(0).strip();
  }

  private static List<String> many(
      Map<String, List<String>> parameters, String name, Pattern form, String expected) {
    List<String> values =
        parameters.getOrDefault(name, List.of()).stream()
            .map(String::strip)
            .filter(value -> !value.isEmpty())
            .toList();
    if (values.size() > MOST_VALUES) {
      throw new IllegalArgumentException(name + " was given more than " + MOST_VALUES + " times");
    }
    for (String value : values) {
      if (!form.matcher(value).matches()) {
        throw new IllegalArgumentException(
            "illegal " + name + ": " + SafeText.of(value, 40) + ", expected " + expected);
      }
    }
    return values;
  }

  private static boolean flag(String value) {
    if (value.equals("true") || value.equals("false") || value.isEmpty()) {
      return value.equals("true");
    }
    throw new IllegalArgumentException(
        "illegal material: " + SafeText.of(value, 40) + ", expected true or false");
  }

  private static int count(String value) {
    if (value.isEmpty()) {
      return 0;
    }
    if (!value.matches("\\d{1,6}")) {
      throw new IllegalArgumentException(
          "illegal min-sources: " + SafeText.of(value, 40) + ", expected a number from 0");
    }
    return Integer.parseInt(value);
  }
}
