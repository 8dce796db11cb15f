package org.storywire.ingest.feed;

import java.util.List;

/** The elements that say each field, the best one first. */
final class FieldNames {

  static final List<String> TITLE = List.of("title", "atom:title", "dc:title");

  static final List<String> FEED_DESCRIPTION =
      List.of(
          "description",
          "subtitle",
          "tagline",
          "atom:subtitle",
          "dc:description",
          "itunes:summary",
          "itunes:description",
          "itunes:subtitle");

  static final List<String> DESCRIPTION =
      List.of(
          "description",
          "abstract",
          "dc:description",
          "itunes:summary",
          "itunes:description",
          "itunes:subtitle");

  static final List<String> SUMMARY = List.of("summary", "atom:summary");

  static final List<String> CONTENT =
      List.of("content:encoded", "content", "atom:content", "xhtml:body", "body", "fullitem");

  static final List<String> PUBLISHED =
      List.of(
          "pubdate",
          "published",
          "issued",
          "atom:published",
          "dcterms:issued",
          "dc:date",
          "dcterms:date");

  static final List<String> UPDATED =
      List.of(
          "updated",
          "modified",
          "lastbuilddate",
          "atom:updated",
          "dcterms:modified",
          "dc:date",
          "pubdate");

  static final List<String> CREATED = List.of("created", "dcterms:created");
  static final List<String> EXPIRES = List.of("expirationdate", "dcterms:valid");

  static final List<String> AUTHOR =
      List.of("author", "atom:author", "dc:creator", "dc:author", "itunes:author");

  static final List<String> FEED_AUTHOR =
      List.of(
          "author",
          "managingeditor",
          "atom:author",
          "dc:creator",
          "dc:author",
          "itunes:author",
          "webmaster",
          "itunes:owner");

  static final List<String> LANGUAGE = List.of("dc:language", "language");

  static final List<String> RIGHTS =
      List.of("rights", "copyright", "dc:rights", "atom:rights", "dcterms:rights");

  private FieldNames() {}
}
