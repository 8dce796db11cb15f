package org.storywire.processor.topics;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.storywire.processor.text.Document;

/**
 * Finds the people, organisations and places an article names: runs of capitalised words, judged by
 * a gazetteer and by the words in and around them. No training, no list of the famous. Thread-safe.
 */
public final class EntityRecogniser {

  private static final int MOST = 40;

  private final Gazetteer gazetteer;

  private final Map<String, CommonWords> common;

  private EntityRecogniser(Gazetteer gazetteer, Map<String, CommonWords> common) {
    this.gazetteer = gazetteer;
    this.common = common;
  }

  /** A recogniser with the gazetteer that is shipped. */
  public static EntityRecogniser load() {
    return new EntityRecogniser(Gazetteer.load(), CommonWords.load());
  }

  /**
   * The named entities of an article, most often named first, then by name; at most 40. Short forms
   * count for the full one ("Trump" for "Donald Trump"), inhabitants for their country.
   */
  public List<NamedEntity> find(Document document) {
    CommonWords words = CommonWords.of(common, document.language());
    Mentions mentions = new Mentions(gazetteer, words);
    new NameFinder(gazetteer, words, document.body(), true).findInto(mentions);
    new NameFinder(gazetteer, words, document.title(), false).findInto(mentions);
    return mentions.merged().stream()
        .sorted(
            Comparator.comparingInt(NamedEntity::count).reversed().thenComparing(NamedEntity::name))
        .limit(MOST)
        .toList();
  }
}
