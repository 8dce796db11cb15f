package org.storywire.processor.article;

/** What a page is that is no article. */
public enum PageKind {
  /** Asks whether the reader is a person, or shuts readers out. */
  BOT_WALL,
  /** Asks for consent to cookies and advertising. */
  CONSENT,
  /** Asks for a subscription or an account, and shows next to nothing else. */
  PAYWALL,
  /** Says that a page is missing or a site is down. */
  ERROR,
  /** Lists articles: a front, a section, a tag, an archive, results of a search. */
  LIST
}
