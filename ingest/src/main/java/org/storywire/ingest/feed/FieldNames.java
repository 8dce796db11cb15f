package org.storywire.ingest.feed;

import java.util.List;
import java.util.Map;
import org.storywire.ingest.markup.Table;

/** The elements that say each field, the best one first, from {@code field-names.tsv}. */
final class FieldNames {

  private static final Map<String, List<String>> LISTS =
      Table.lists(FieldNames.class, "field-names.tsv");

  static final List<String> TITLE = LISTS.get("title");
  static final List<String> FEED_DESCRIPTION = LISTS.get("feed-description");
  static final List<String> DESCRIPTION = LISTS.get("description");
  static final List<String> SUMMARY = LISTS.get("summary");
  static final List<String> CONTENT = LISTS.get("content");
  static final List<String> PUBLISHED = LISTS.get("published");
  static final List<String> UPDATED = LISTS.get("updated");
  static final List<String> CREATED = LISTS.get("created");
  static final List<String> EXPIRES = LISTS.get("expires");
  static final List<String> AUTHOR = LISTS.get("author");
  static final List<String> FEED_AUTHOR = LISTS.get("feed-author");
  static final List<String> LANGUAGE = LISTS.get("language");
  static final List<String> RIGHTS = LISTS.get("rights");

  private FieldNames() {}
}
