package org.storywire.processor.story;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.storywire.processor.story.features.StoryFeatureExtractor;
import org.storywire.processor.story.member.Arrival;
import org.storywire.processor.story.member.Kind;
import org.storywire.processor.story.member.Label;
import org.storywire.processor.text.Document;

/** Arrivals for tests, and texts of invented events. */
public final class Articles {

  public static final String HARBOUR_TITLE = "Three dead as ferry Maribel sinks off Port Carrow";
  public static final String HARBOUR =
      """
      PORT CARROW — The ferry Maribel sank off Port Carrow on Tuesday after its engine room flooded, \
      and three people drowned, the coastguard said.
      The Maribel had left Lindmouth harbour with 42 passengers at 9 a.m. when water broke through \
      a hull plate, coastguard commander Ines Halvorsen said.
      "We pulled thirty passengers out of freezing water within the first hour," Halvorsen told \
      reporters at the Port Carrow lifeboat station.
      Divers were still searching the wreck of the Maribel on Tuesday evening.\
      """;

  public static final String HARBOUR_MORE_TITLE = "Ferry Maribel: toll rises to five after sinking";
  public static final String HARBOUR_MORE =
      """
      Five people drowned when the ferry Maribel sank off Port Carrow on Tuesday, the coastguard \
      said, after divers found two more bodies in the wreck.
      The Maribel's owner, Carrow Lines, had postponed an inspection of the hull plate twice, \
      according to documents seen by this newspaper.
      Coastguard commander Ines Halvorsen said the search of the Maribel's engine room would go on.
      Transport minister Tomas Veldt ordered every vessel of Carrow Lines back to Lindmouth harbour.
      "No ferry of this company sails until I have seen its papers," Veldt said.\
      """;

  public static final String HARBOUR_THIRD_TITLE =
      "Carrow Lines knew of Maribel hull damage, ferry inquiry hears";
  public static final String HARBOUR_THIRD =
      """
      An inquiry into the sinking of the ferry Maribel off Port Carrow heard that Carrow Lines knew \
      of damage to the hull plate for weeks.
      Engineer Pavel Orsini testified that he had warned the company about the Maribel in writing.
      The coastguard under commander Ines Halvorsen recovered the engine room log from the wreck.
      Transport minister Tomas Veldt said the ferry should never have left Lindmouth harbour.\
      """;

  public static final String OTHER_FERRY_TITLE =
      "Two dead as ferry Solveig runs aground near Ostrahamn";
  public static final String OTHER_FERRY =
      """
      OSTRAHAMN — The ferry Solveig ran aground on rocks near Ostrahamn in thick fog on Wednesday, \
      and two crew members died, harbour police said.
      All 118 passengers of the Solveig were taken ashore by fishing boats, mayor Greta Lundqvist said.
      The captain of the Solveig had misread a lighthouse signal, pilot Anders Nyberg told radio.
      Salvage tugs from Ostrahamn will try to free the ship at high tide.\
      """;

  public static final String ELECTION_TITLE =
      "Parliament of Verania elects Mirela Kostova prime minister";
  public static final String ELECTION =
      """
      The parliament of Verania elected Mirela Kostova prime minister by 61 votes to 58 after six \
      weeks of coalition talks.
      Kostova, a former judge, promised lower grain tariffs and a new anti-corruption office.
      Opposition leader Radu Stanek called the vote a scandal and left the chamber in Verania's capital.\
      """;

  private Articles() {}

  public static Arrival original(String id, String source, String at, String title, String body) {
    return arrival(id, source, at, Kind.ORIGINAL, Optional.empty(), title, body);
  }

  public static Arrival copy(
      String id, String source, String at, String parent, String title, String body) {
    return arrival(id, source, at, Kind.COPY, Optional.of(parent), title, body);
  }

  public static Arrival revision(String id, String source, String at, String title, String body) {
    return arrival(id, source, at, Kind.REVISION, Optional.empty(), title, body);
  }

  public static Arrival arrival(
      String id,
      String source,
      String at,
      Kind kind,
      Optional<String> copyOf,
      String title,
      String body) {
    Instant instant = Instant.parse(at);
    Document document = Document.of(id, source, "en", instant, title, body);
    return new Arrival(
        id,
        source,
        "en",
        instant,
        kind,
        copyOf,
        title,
        body,
        new StoryFeatureExtractor().of(document),
        List.of(new Label("medtop:1", "topic of " + id.charAt(0), 0.75)),
        List.of());
  }
}
