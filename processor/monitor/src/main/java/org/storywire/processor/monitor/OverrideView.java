package org.storywire.processor.monitor;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.storywire.news.StoryOverride;

/** The newest decisions of editors, a bounded number. Thread-safe. */
final class OverrideView {

  private static final int MOST = 1_000;

  private final Map<String, StoryOverride> overrides = new LinkedHashMap<>();

  /** Takes in a decision. */
  synchronized void take(StoryOverride override) {
    overrides.put(override.getOverrideId(), override);
    if (overrides.size() > MOST) {
      overrides.remove(overrides.keySet().iterator().next());
    }
  }

  /** The decision of an id. */
  synchronized Optional<StoryOverride> find(String id) {
    return Optional.ofNullable(overrides.get(id));
  }

  /** Newest first. */
  synchronized List<StoryOverride> all() {
    List<StoryOverride> all = new ArrayList<>(overrides.values());
    Collections.reverse(all);
    return all;
  }

  static void write(JsonGenerator json, StoryOverride override) throws IOException {
    json.writeStartObject();
    MonitorJson.text(json, "id", override.getOverrideId());
    json.writeStringField("kind", override.getKind().name());
    MonitorJson.strings(
        json,
        "articleIds",
        override.getArticleIds().stream().limit(200).map(id -> SafeText.of(id, 200)).toList());
    MonitorJson.text(json, "otherArticleId", override.getOtherArticleId());
    MonitorJson.text(json, "headline", override.getHeadline());
    MonitorJson.text(json, "by", override.getBy());
    json.writeStringField("at", override.getAt().toString());
    MonitorJson.text(json, "reason", override.getReason());
    MonitorJson.text(json, "undoes", override.getUndoes());
    json.writeEndObject();
  }
}
