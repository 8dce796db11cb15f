package org.storywire.processor.streams;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.storywire.news.RawArticle;
import org.storywire.news.UsageStatus;
import org.storywire.schemas.FieldLimits;

/**
 * What a sender, as a rule an agency, says about an article beside its text: the fields {@code
 * status}, {@code embargoed}, {@code version}, {@code language} and {@code subjects} among a raw
 * article's extras.
 *
 * @param status what may be done with it
 * @param embargoedUntil when its embargo ends; empty if it has none, or it was over at receipt
 * @param versioned whether all that comes under its id is the same article, however it changes
 * @param language ISO 639-1 code; empty if not said
 * @param subjects codes, addresses or words, in the sender's order
 */
record SenderWord(
    UsageStatus status,
    Optional<Instant> embargoedUntil,
    boolean versioned,
    Optional<String> language,
    List<String> subjects) {

  private static final int MOST_SUBJECTS = 50;
  private static final int LONGEST_SUBJECT = 200;
  private static final ObjectMapper JSON = new ObjectMapper();

  SenderWord {
    subjects = List.copyOf(subjects);
  }

  static SenderWord of(RawArticle raw) {
    Map<String, String> extra = raw.getExtra();
    Optional<Instant> embargo =
        Optional.ofNullable(extra.get("embargoed"))
            .flatMap(SenderWord::instant)
            .filter(until -> until.isAfter(raw.getReceivedAt()));
    UsageStatus said =
        switch (extra.getOrDefault("status", "").toLowerCase(Locale.ROOT)) {
          case "canceled" -> UsageStatus.CANCELED;
          case "withheld" -> UsageStatus.WITHHELD;
          default -> embargo.isPresent() ? UsageStatus.WITHHELD : UsageStatus.USABLE;
        };
    return new SenderWord(
        said,
        embargo,
        extra.containsKey("version") && extra.containsKey("status"),
        Optional.ofNullable(extra.get("language"))
            .map(tag -> tag.toLowerCase(Locale.ROOT).split("[-_]", 2)[0])
            .filter(tag -> tag.length() == 2),
        subjects(extra.get("subjects")));
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** A JSON array of texts, as ingest writes it; anything else is no list of subjects. */
  private static List<String> subjects(String json) {
    List<String> subjects = new ArrayList<>();
    if (json == null) {
      return subjects;
    }
    try {
      for (JsonNode subject : JSON.readTree(json)) {
        if (subject.isTextual() && subjects.size() < MOST_SUBJECTS) {
          subjects.add(FieldLimits.excerpt(subject.textValue(), LONGEST_SUBJECT));
        }
      }
    } catch (JsonProcessingException e) {
      return subjects;
    }
    return subjects;
  }
}
