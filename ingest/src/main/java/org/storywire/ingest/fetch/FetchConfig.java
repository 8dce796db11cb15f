package org.storywire.ingest.fetch;

import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Settings of fetching.
 *
 * @param contact address that publishers can write to, in every request: a mail address or a page
 * @param local hosts and networks outside the public internet that may be reached: {@code
 *     feeds.newsroom.example}, {@code 10.1.0.0/16}
 * @param hostInterval least time between the beginnings of two requests to one host
 * @param limits what one answer may cost
 * @param certificates PEM file of certificates to trust beside the authorities that Java knows
 */
public record FetchConfig(
    Optional<String> contact,
    List<String> local,
    Duration hostInterval,
    FetchLimits limits,
    Optional<Path> certificates) {

  /** Key of {@link #contact()}. */
  public static final String CONTACT = "fetch.contact";

  /** Key of {@link #local()}, with commas between. */
  public static final String ALLOW_LOCAL = "fetch.allow-local";

  /** Key of {@link #hostInterval()}, as {@code PT1S}. */
  public static final String HOST_INTERVAL = "fetch.host-interval";

  /** Key of {@link FetchLimits#bytes()}. */
  public static final String MAX_BYTES = "fetch.max-bytes";

  /** Key of {@link FetchLimits#unpackedBytes()}. */
  public static final String MAX_UNPACKED_BYTES = "fetch.max-unpacked-bytes";

  /** Key of {@link FetchLimits#total()}. */
  public static final String TIMEOUT = "fetch.timeout";

  /** Key of {@link #certificates()}. */
  public static final String TRUSTED_CERTIFICATES = "fetch.trusted-certificates";

  /** All keys of fetching. */
  public static final Set<String> KEYS =
      Set.of(
          CONTACT,
          ALLOW_LOCAL,
          HOST_INTERVAL,
          MAX_BYTES,
          MAX_UNPACKED_BYTES,
          TIMEOUT,
          TRUSTED_CERTIFICATES);

  private static final String PRODUCT = "storywire/0.1";

  /** Checks every value, naming key, value and what was expected. */
  public FetchConfig {
    local = List.copyOf(local);
    LocalPermission.of(local);
    if (contact.isPresent() && !isContact(contact.get())) {
      throw illegal(CONTACT, contact.get(), "a mail address, or the address of a page");
    }
    if (hostInterval.isNegative() || hostInterval.compareTo(Duration.ofHours(1)) > 0) {
      throw illegal(HOST_INTERVAL, hostInterval.toString(), "between PT0S and PT1H");
    }
  }

  /** Settings without a contact address, which only the demo may go without. */
  public static FetchConfig defaults() {
    return new FetchConfig(
        Optional.empty(), List.of(), Duration.ofSeconds(1), FetchLimits.DEFAULT, Optional.empty());
  }

  /**
   * The defaults, changed by settings.
   *
   * @param settings by key; those that do not begin with {@code fetch.} are passed over
   * @throws IllegalArgumentException if a key that begins with {@code fetch.} is unknown, or a
   *     value is illegal
   */
  public static FetchConfig from(Map<String, String> settings) {
    List<String> unknown =
        settings.keySet().stream()
            .filter(key -> key.startsWith("fetch.") && !KEYS.contains(key))
            .sorted()
            .toList();
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "unknown keys " + unknown + ", known are " + new TreeSet<>(KEYS));
    }
    FetchConfig defaults = defaults();
    FetchLimits limits = defaults.limits;
    return new FetchConfig(
        Optional.ofNullable(settings.get(CONTACT)).map(String::strip),
        list(settings.getOrDefault(ALLOW_LOCAL, "")),
        duration(settings, HOST_INTERVAL, defaults.hostInterval),
        new FetchLimits(
            number(settings, MAX_BYTES, limits.bytes()),
            number(settings, MAX_UNPACKED_BYTES, limits.unpackedBytes()),
            limits.redirects(),
            limits.headers(),
            limits.headerBytes(),
            limits.connect(),
            duration(settings, TIMEOUT, limits.total())),
        Optional.ofNullable(settings.get(TRUSTED_CERTIFICATES)).map(String::strip).map(Path::of));
  }

  /**
   * The same settings.
   *
   * @throws IllegalArgumentException if the operator gave no contact address
   */
  public FetchConfig withContact() {
    if (contact.isEmpty()) {
      throw new IllegalArgumentException(
          "missing "
              + CONTACT
              + ": publishers must be able to reach you, give a mail address or a page");
    }
    return this;
  }

  /** What we call ourselves to publishers. */
  public String userAgent() {
    return PRODUCT + contact.map(address -> " (+" + address + ")").orElse(" (demo)");
  }

  private static boolean isContact(String contact) {
    return contact.matches("[!-~&&[^\\s@()]]+@[!-~&&[^\\s@()]]+\\.[!-~&&[^\\s@()]]+")
        || contact.matches("https?://[!-~&&[^\\s()]]+");
  }

  private static List<String> list(String value) {
    return Arrays.stream(value.split(",")).map(String::strip).filter(s -> !s.isEmpty()).toList();
  }

  private static Duration duration(Map<String, String> settings, String key, Duration otherwise) {
    String value = settings.get(key);
    try {
      return value == null ? otherwise : Duration.parse(value.strip());
    } catch (DateTimeParseException e) {
      throw illegal(key, value, "a duration as PT30S");
    }
  }

  private static int number(Map<String, String> settings, String key, int otherwise) {
    String value = settings.get(key);
    try {
      return value == null ? otherwise : Integer.parseInt(value.strip());
    } catch (NumberFormatException e) {
      throw illegal(key, value, "a number of bytes");
    }
  }

  private static IllegalArgumentException illegal(String key, String value, String expected) {
    return new IllegalArgumentException("illegal " + key + ": " + value + ", must be " + expected);
  }
}
