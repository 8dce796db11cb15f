package org.storywire.processor.streams;

import java.util.Map;
import java.util.Optional;
import org.storywire.news.RawArticle;
import org.storywire.schemas.FieldLimits;

/** Whether a raw article keeps the limits of its fields, whoever wrote it. */
final class RawBounds {

  private RawBounds() {}

  /** What is too long; empty if nothing is. */
  static Optional<String> tooLong(RawArticle raw) {
    return tooLong("id", raw.getNativeId(), FieldLimits.ID)
        .or(() -> tooLong("event id", raw.getEventId(), FieldLimits.ID))
        .or(() -> tooLong("trace id", raw.getTraceId(), FieldLimits.ID))
        .or(() -> tooLong("source", raw.getSource(), FieldLimits.SOURCE))
        .or(() -> tooLong("url", raw.getUrl(), FieldLimits.URL))
        .or(() -> tooLong("title", raw.getTitle(), FieldLimits.TITLE))
        .or(() -> tooLong("body", raw.getBody(), FieldLimits.BODY))
        .or(() -> tooLong("origin", raw.getOrigin(), FieldLimits.URL))
        .or(() -> tooLong(raw.getExtra()));
  }

  private static Optional<String> tooLong(String field, String value, int most) {
    return value == null || value.length() <= most
        ? Optional.empty()
        : Optional.of(field + " of " + value.length() + " characters, expected at most " + most);
  }

  private static Optional<String> tooLong(Map<String, String> extra) {
    if (extra.size() > FieldLimits.EXTRAS) {
      return Optional.of(
          extra.size() + " additional fields, expected at most " + FieldLimits.EXTRAS);
    }
    return extra.entrySet().stream()
        .flatMap(
            field ->
                tooLong("name of a field", field.getKey(), FieldLimits.EXTRA)
                    .or(
                        () ->
                            tooLong("field " + field.getKey(), field.getValue(), FieldLimits.EXTRA))
                    .stream())
        .findFirst();
  }
}
