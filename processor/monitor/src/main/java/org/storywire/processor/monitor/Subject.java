package org.storywire.processor.monitor;

import java.util.List;

/** What a {@link Query} asks about: a story as it stands, or one event of its life. */
interface Subject {

  /**
   * The texts that words are looked for in, folded by {@link Words#fold}: the headline first, then
   * what is new.
   */
  List<String> words();

  /** What it is about, implied ancestors included. */
  List<ShownTopic> topics();

  /** True if the subject carries the topic or a descendant of it. */
  default boolean hasTopic(String code) {
    return ShownTopic.contain(topics(), code);
  }

  /** True if the source, or a host below it, reported. */
  boolean hasSource(String source);

  /** True if it is told in the language [ISO 639-1]. */
  boolean hasLanguage(String language);

  /** True if it brought substance that had not been known. */
  boolean material();

  /** Sources that reported independently [0..]. */
  int independent();

  /** True if {@code host} is {@code source} or a host below it. */
  static boolean sameSource(String host, String source) {
    return host.length() >= source.length()
        && host.regionMatches(true, host.length() - source.length(), source, 0, source.length())
        && (host.length() == source.length()
            || host.charAt(host.length() - source.length() - 1) == '.');
  }

  /** True if an edition, by default a language, is of the language: {@code en} or {@code en-gb}. */
  static boolean editionSpeaks(String edition, String language) {
    return edition.regionMatches(true, 0, language, 0, language.length())
        && (edition.length() == language.length() || edition.charAt(language.length()) == '-');
  }
}
