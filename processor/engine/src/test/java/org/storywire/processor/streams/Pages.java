package org.storywire.processor.streams;

import java.time.Instant;
import org.storywire.news.RawArticle;
import org.storywire.processor.text.Hashing;

/** Deliveries for tests: invented outlets, our own sentences. */
final class Pages {

  static final String BRIDGE =
      """
      The harbour bridge in Tarnmouth was closed to all traffic on Monday after inspectors found a \
      crack two metres long in one of its main girders.

      Mayor Odile Brandt said the crossing would stay shut for at least three weeks while engineers \
      fit steel plates over the damaged section of the eastern span.

      About 18,000 vehicles cross the bridge every day, and the city council will run free ferries \
      from the fish market pier every ten minutes until repairs are finished.

      Engineers from the Tarnmouth Port Authority noticed the fault during a routine survey with \
      drones and reported it to the roads office within the hour.

      Lorry drivers face a detour of forty kilometres through the Vell valley, and the hauliers' \
      federation warned that shelves in northern supermarkets could be empty by Thursday.\
      """;

  static final String BRIDGE_FOLLOW_UP =
      """
      Repairs on Tarnmouth's harbour bridge will cost 4.2 million crowns, Mayor Odile Brandt told \
      reporters on Tuesday, a day after the crossing was shut because of a cracked girder.

      A second crack, shorter than the first, was discovered overnight on the western span, she said, \
      and the port authority has asked a foreign laboratory to test the steel.

      The free ferries carried 9,500 passengers on their first day, according to the council. The \
      bridge, opened in 1962, had last been inspected two years ago.

      Opposition councillor Piet Lansing demanded to know why earlier warnings by engineers about \
      rust near the bearings were not followed up.\
      """;

  static final String ELECTION =
      """
      Voters in the Republic of Sarrin go to the polls on Sunday in a presidential election that \
      surveys show is too close to call between economist Lena Vasko and general Tomas Reuel.

      Vasko promises to cut income tax and to rejoin the customs union, while Reuel wants to double \
      the size of the coast guard and hold a referendum on the monarchy.

      Election officials said more than two million ballots had already been posted, and observers \
      from six countries have arrived in the capital to watch the count.

      Results are expected early on Monday. If nobody wins half of the vote, a second round will be \
      held a fortnight later between the two leading candidates.\
      """;

  private Pages() {}

  static RawArticle page(
      String source, String nativeId, String published, String title, String body) {
    return page(source, nativeId, published, published, title, body);
  }

  static RawArticle page(
      String source,
      String nativeId,
      String published,
      String received,
      String title,
      String body) {
    return RawArticle.newBuilder()
        .setEventId(Hashing.id(source, nativeId, published, received, body))
        .setTraceId((Hashing.id(nativeId, received) + "0".repeat(32)).substring(0, 32))
        .setNativeId(nativeId)
        .setSource(source)
        .setUrl("https://" + source + "/news/" + nativeId)
        .setTitle(title)
        .setBody(body)
        .setPublishedAt(Instant.parse(published))
        .setReceivedAt(Instant.parse(received))
        .setOrigin("test")
        .build();
  }
}
