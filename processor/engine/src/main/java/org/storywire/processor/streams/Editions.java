package org.storywire.processor.streams;

/** What divides the stream: within an edition everything is in order and compared, across not. */
public enum Editions {
  /** One edition a language. */
  LANGUAGE {
    @Override
    String of(String language) {
      return language;
    }
  },
  /** A single edition for everything. */
  ALL {
    @Override
    String of(String language) {
      return "all";
    }
  };

  /** Edition of an article in this language (ISO 639-1, or und). */
  abstract String of(String language);
}
