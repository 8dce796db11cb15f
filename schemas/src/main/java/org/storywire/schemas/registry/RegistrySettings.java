package org.storywire.schemas.registry;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * Where the schema registry is.
 *
 * @param url where its Confluent-compatible API begins, for example {@code http://registry:8081} or
 *     {@code http://apicurio:8080/apis/ccompat/v7}
 * @param userInfo user and password with a colon between, for HTTP's basic authentication
 */
public record RegistrySettings(URI url, Optional<String> userInfo) {

  /** Key of {@link #url()}. */
  public static final String URL = "schema.registry.url";

  /** Key of {@link #userInfo()}. */
  public static final String USER_INFO = "schema.registry.user-info";

  /** Value of both keys where there is nothing. */
  public static final String NONE = "none";

  /** Checks the address. */
  public RegistrySettings {
    String scheme = url.getScheme();
    if (url.getHost() == null || !("http".equals(scheme) || "https".equals(scheme))) {
      throw new IllegalArgumentException(
          "illegal " + URL + ": " + url + ", must be http://HOST:PORT/… or https://…");
    }
    if (userInfo.isPresent() && !userInfo.get().contains(":")) {
      throw new IllegalArgumentException("illegal " + USER_INFO + ", must be USER:PASSWORD");
    }
  }

  /**
   * Reads the two keys.
   *
   * @return empty if no address is set
   */
  public static Optional<RegistrySettings> from(Map<String, String> settings) {
    return given(settings, URL)
        .map(url -> new RegistrySettings(URI.create(url), given(settings, USER_INFO)));
  }

  private static Optional<String> given(Map<String, String> settings, String key) {
    return Optional.ofNullable(settings.get(key))
        .map(String::strip)
        .filter(value -> !value.isEmpty() && !value.equals(NONE));
  }

  @Override
  public String toString() {
    return url + (userInfo.isPresent() ? " with user and password" : "");
  }
}
