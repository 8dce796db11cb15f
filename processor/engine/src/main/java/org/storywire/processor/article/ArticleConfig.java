package org.storywire.processor.article;

import java.util.List;

/**
 * Limits of cleaning.
 *
 * @param furnitureMinDays on how many days a source must have shown a line before it can be
 *     furniture [2..255]
 * @param furnitureMinArticles in how many different articles of a source [2..255]
 * @param furnitureMinShare in which share of a source's recent articles [0..1]
 * @param longFurnitureMinShare the same for a long paragraph inside the text [0..1]: reporters
 *     carry background paragraphs from one article of a running story to the next
 * @param sameArticleMinShare share of pairs of neighbouring content words that two texts at one
 *     address must have in common to be versions of one article [0..1]
 * @param maxBodyLength where a longer body is cut, at a paragraph's end if possible [UTF-16 units]
 * @param languageLength how much of the text decides on its language [UTF-16 units]
 * @param trackingParameters names of parameters of addresses that do not tell pages apart, beside
 *     the shipped list; one that ends in {@code *} stands for all names that begin so
 */
public record ArticleConfig(
    int furnitureMinDays,
    int furnitureMinArticles,
    double furnitureMinShare,
    double longFurnitureMinShare,
    double sameArticleMinShare,
    int maxBodyLength,
    int languageLength,
    List<String> trackingParameters) {

  /** Checks every range. */
  public ArticleConfig {
    between("article.furniture-min-days", furnitureMinDays, 2, 255);
    between("article.furniture-min-articles", furnitureMinArticles, 2, 255);
    between("article.furniture-min-share", furnitureMinShare, 0, 1);
    between("article.long-furniture-min-share", longFurnitureMinShare, 0, 1);
    between("article.same-article-min-share", sameArticleMinShare, 0, 1);
    between("article.max-body-length", maxBodyLength, 1_000, 10_000_000);
    between("article.language-length", languageLength, 50, 10_000);
    trackingParameters = List.copyOf(trackingParameters);
  }

  /** Values that held on several years of several hundred outlets. */
  public static ArticleConfig defaults() {
    return new ArticleConfig(3, 3, 0.05, 0.2, 0.1, 500_000, 600, List.of());
  }

  /** The same limits with further tracking parameters. */
  public ArticleConfig withTrackingParameters(List<String> names) {
    return new ArticleConfig(
        furnitureMinDays,
        furnitureMinArticles,
        furnitureMinShare,
        longFurnitureMinShare,
        sameArticleMinShare,
        maxBodyLength,
        languageLength,
        names);
  }

  private static void between(String key, double value, double low, double high) {
    if (!(value >= low && value <= high)) {
      throw new IllegalArgumentException(
          "illegal " + key + ": " + value + ", must be between " + low + " and " + high);
    }
  }
}
