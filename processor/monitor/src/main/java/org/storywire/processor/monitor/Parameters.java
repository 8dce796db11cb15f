package org.storywire.processor.monitor;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a request to the API asks for; anything else is refused by name. */
final class Parameters {

  private Parameters() {}

  /**
   * The query of a request.
   *
   * @param others parameters that are not part of it; none: the request takes no parameters at all
   */
  static Query query(Context ctx, Set<String> others) {
    Map<String, List<String>> parameters = new HashMap<>(ctx.queryParamMap());
    parameters.keySet().removeAll(others);
    if (others.isEmpty() && !parameters.isEmpty()) {
      throw new IllegalArgumentException(
          "unknown parameters: "
              + parameters.keySet().stream()
                  .map(name -> SafeText.of(name, 40))
                  .sorted()
                  .collect(Collectors.joining(", "))
              + ", expected none");
    }
    return Query.parse(parameters);
  }

  /** Refuses parameters that are not among those named. */
  static void only(Context ctx, Set<String> names) {
    for (String name : ctx.queryParamMap().keySet()) {
      if (!names.contains(name)) {
        throw new IllegalArgumentException(
            "unknown parameter: " + SafeText.of(name, 40) + ", expected " + new TreeSet<>(names));
      }
    }
  }

  /** A time with its zone. */
  static Optional<Instant> instant(Context ctx, String name) {
    String value = ctx.queryParam(name);
    if (value == null) {
      return Optional.empty();
    }
    try {
      OffsetDateTime time = OffsetDateTime.parse(value);
      if (time.getYear() >= 0 && time.getYear() <= 9_999) {
        return Optional.of(time.toInstant());
      }
    } catch (DateTimeParseException e) {
      // Answered below.
    }
    throw new IllegalArgumentException(
        "illegal " + name + ", expected a time such as 2026-03-02T12:00:00Z");
  }

  /** A number from 1, cut to {@code most}. */
  static int number(Context ctx, String name, int fallback, int most) {
    String value = ctx.queryParam(name);
    if (value == null) {
      return fallback;
    }
    if (!value.matches("\\d{1,6}") || Integer.parseInt(value) < 1) {
      throw new IllegalArgumentException("illegal " + name + ", expected a number from 1");
    }
    return Math.min(most, Integer.parseInt(value));
  }

  /** Whether the order asked for is that of relevance rather than movement. */
  static boolean byRelevance(Context ctx) {
    String order = ctx.queryParam("order");
    if (order == null || order.equals("movement") || order.equals("relevance")) {
      return "relevance".equals(order);
    }
    throw new IllegalArgumentException(
        "illegal order: " + SafeText.of(order, 40) + ", expected movement or relevance");
  }

  /** Where a following page begins, as {@link #place} reads it. */
  static String cursor(WatchedStories.Place place) {
    String text = Long.toHexString(Double.doubleToLongBits(place.heat())) + ":" + place.id();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Where the page asked for begins; empty at the beginning. */
  static Optional<WatchedStories.Place> place(Context ctx) {
    String cursor = ctx.queryParam("after");
    if (cursor == null) {
      return Optional.empty();
    }
    try {
      String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      int colon = text.indexOf(':');
      double heat = Double.longBitsToDouble(Long.parseUnsignedLong(text.substring(0, colon), 16));
      return Optional.of(new WatchedStories.Place(heat, text.substring(colon + 1)));
    } catch (IllegalArgumentException | StringIndexOutOfBoundsException e) {
      throw new IllegalArgumentException("illegal after, expected the next of an earlier page", e);
    }
  }
}
