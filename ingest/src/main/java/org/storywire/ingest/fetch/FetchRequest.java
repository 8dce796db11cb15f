package org.storywire.ingest.fetch;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is asked for.
 *
 * @param address of http or https
 * @param accept media types that are wanted, as the field {@code Accept} has them
 * @param fields further header fields, as validators
 * @param credentials {@code user:password} of the address's host
 */
public record FetchRequest(
    URI address, String accept, Map<String, String> fields, Optional<String> credentials) {

  /** Media types of feeds, and whatever else a publisher calls them. */
  public static final String FEEDS =
      "application/atom+xml, application/rss+xml, application/feed+json,"
          + " application/rdf+xml;q=0.9, application/xml;q=0.8, text/xml;q=0.8, */*;q=0.5";

  /** Media types of pages. */
  public static final String PAGES = "text/html, application/xhtml+xml;q=0.9, */*;q=0.5";

  /** Copies the fields. */
  public FetchRequest {
    fields = Map.copyOf(fields);
  }

  /**
   * Asks for an address.
   *
   * @param address as somebody wrote it; user and password in it become credentials
   * @throws IllegalArgumentException if it is no address of http or https
   */
  public static FetchRequest of(String address, String accept) {
    URI uri =
        WebAddress.parse(address)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "illegal address: "
                            + address.replaceFirst("//[^/@]*@", "//")
                            + ", must be http or https with a host"));
    return new FetchRequest(uri, accept, Map.of(), WebAddress.userInfo(address));
  }

  /** The same request with one more header field. */
  public FetchRequest with(String name, String value) {
    Map<String, String> more = new TreeMap<>(fields);
    more.put(name, value);
    return new FetchRequest(address, accept, more, credentials);
  }

  /** Shows no secret. */
  @Override
  public String toString() {
    return "GET " + address;
  }
}
