package org.storywire.processor.syndication;

/** How an article relates to another. */
public enum Relation {
  /** Independent. */
  NONE,
  /** The same text. */
  EXACT,
  /** Edited copy: retitled, localised, cut or expanded a little. */
  NEAR,
  /** Part of a longer parent. */
  EXCERPT,
  /** The parent stands inside this longer page. */
  EMBEDDED,
  /** Changed version of an article of the same source. */
  REVISION,
  /** Own words that name their origin; not a copy. */
  CREDITED_REWRITE
}
