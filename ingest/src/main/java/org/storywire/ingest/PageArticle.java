package org.storywire.ingest;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.storywire.ingest.page.Page;

/** The article of a page as an input gives one: what has no field of its own becomes an extra. */
public final class PageArticle {

  private static final Pattern PREFIX = Pattern.compile("^(?:www|m|mobile|amp)\\.");

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Rights in extras are named after the page's own names. */
  private static final String RIGHTS = "rights.";

  private PageArticle() {}

  /**
   * An article of a page.
   *
   * @param id of a page whose address is not known
   * @param address where the page was found, if known
   * @param received when it was fetched, if known
   * @param said what else is known about it; it counts more than what the page claims
   */
  public static GivenArticle of(
      Page page,
      Optional<String> id,
      Optional<String> address,
      Optional<Instant> received,
      Map<String, String> said) {
    Map<String, String> rest = new TreeMap<>(said);
    Optional<String> own =
        page.canonical().filter(url -> address.isEmpty() || isOf(url, address.get()));
    Optional<String> url = taken(rest, "url").or(() -> own).or(() -> address);
    Map<String, String> extra = extra(page);
    address.filter(found -> !url.equals(address)).ifPresent(found -> extra.put("fetched", found));
    page.canonical()
        .filter(claimed -> !url.equals(page.canonical()))
        .ifPresent(claimed -> extra.put("canonical", claimed));
    Optional<String> published =
        taken(rest, "published").or(() -> page.published().map(Instant::toString));
    Optional<String> receivedAt = taken(rest, "received").or(() -> received.map(Instant::toString));
    Optional<String> source = taken(rest, "source");
    extra.putAll(rest);
    return new GivenArticle(
        url.or(() -> id), published, receivedAt, source, url, page.title(), page.text(), extra);
  }

  /** Whether an address is of another's site: no page speaks for a foreign host. */
  private static boolean isOf(String claimed, String found) {
    String one = site(claimed);
    String other = site(found);
    return one.equals(other) || one.endsWith("." + other) || other.endsWith("." + one);
  }

  private static String site(String address) {
    return PREFIX.matcher(Host.of(address).orElse(address)).replaceFirst("");
  }

  private static Optional<String> taken(Map<String, String> said, String name) {
    return Optional.ofNullable(said.remove(name)).filter(value -> !value.isBlank());
  }

  private static Map<String, String> extra(Page page) {
    Map<String, String> extra = new TreeMap<>();
    if (!page.authors().isEmpty()) {
      extra.put("authors", list(page.authors()));
    }
    if (!page.keywords().isEmpty()) {
      extra.put("keywords", list(page.keywords()));
    }
    page.modified().ifPresent(time -> extra.put("modified", time.toString()));
    page.language().ifPresent(tag -> extra.put("language", tag));
    page.section().ifPresent(name -> extra.put("section", name));
    page.outlet().ifPresent(name -> extra.put("outlet", name));
    page.description().ifPresent(text -> extra.put("summary", text));
    if (page.teaser()) {
      extra.put("teaser", "true");
    }
    page.rights().forEach((name, value) -> extra.put(RIGHTS + name, value));
    return extra;
  }

  /** Texts as a JSON array. */
  static String list(List<String> texts) {
    return texts.stream().map(PageArticle::quoted).collect(Collectors.joining(",", "[", "]"));
  }

  private static String quoted(String text) {
    return JSON.getNodeFactory().textNode(text).toString();
  }
}
