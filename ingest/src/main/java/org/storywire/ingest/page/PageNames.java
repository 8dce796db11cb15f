package org.storywire.ingest.page;

import java.util.List;
import java.util.Map;
import org.storywire.ingest.markup.Table;

/** Names of elements that pages have in common, from {@code names.tsv}. */
final class PageNames {

  private static final Map<String, List<String>> LISTS = Table.lists(PageNames.class, "names.tsv");

  private PageNames() {}

  /** One list, in its order. */
  static String[] of(String list) {
    return LISTS.get(list).toArray(new String[0]);
  }
}
