package org.storywire.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.storywire.docker.pipeline.LocalPipeline;
import org.storywire.docker.pipeline.LocalProcessor;

/** What is told of a copy when its origin was corrected, or came, after it had been judged. */
class ExplainIT {

  /** An origin, its copy, the origin mended; a copy, its origin later; one more to wait for. */
  private static final String FEED =
      """
      {"id":"pier-wire","source":"wire.example","url":"https://wire.example/pier","published":"2026-03-02T09:00:00Z","received":"2026-03-02T09:01:00Z","title":"Pier at Ostrel shut","body":"%1$s %2$s %3$s"}
      {"id":"pier-post","source":"post.example","url":"https://post.example/pier","published":"2026-03-02T10:00:00Z","received":"2026-03-02T10:01:00Z","title":"No boats from Ostrel pier","body":"%1$s %2$s %3$s"}
      {"id":"pier-wire","source":"wire.example","url":"https://wire.example/pier","published":"2026-03-02T09:00:00Z","received":"2026-03-02T12:01:00Z","title":"Pier at Ostrel shut","body":"%1$s %4$s %3$s"}
      {"id":"owl-post","source":"post.example","url":"https://post.example/owl","published":"2026-03-02T15:00:00Z","received":"2026-03-02T15:01:00Z","title":"Owls on the town hall","body":"%5$s"}
      {"id":"owl-wire","source":"wire.example","url":"https://wire.example/owl","published":"2026-03-02T14:00:00Z","received":"2026-03-02T16:01:00Z","title":"Owls nest in Brask","body":"%5$s"}
      {"id":"last","source":"wire.example","url":"https://wire.example/last","published":"2026-03-02T17:00:00Z","received":"2026-03-02T17:01:00Z","title":"Choir wins prize","body":"The choir of Lower Venn has won the national prize for the third year, ahead of eleven others, the jury announced in the opera house on Monday evening."}
      """
          .formatted(
              "The wooden pier at Ostrel was shut to passengers on Monday after a storm tore four"
                  + " planks from its landing stage, and boats to the outer islands now leave from"
                  + " the fishing harbour instead.",
              "Harbour master Ilka Roon said the repairs would cost nine hundred thousand crowns"
                  + " and would keep the landing stage closed until the end of August.",
              "Islanders who work in the town have asked the county for a later evening boat,"
                  + " because the walk from the fishing harbour to the railway station takes half an"
                  + " hour and the last train leaves at seven.",
              "Harbour master Ilka Roon said two carpenters would mend the stage within ten days,"
                  + " and that the county had set the money aside in autumn.",
              "A pair of eagle owls has nested on the tower of the town hall in Brask, and the"
                  + " council has stopped the clock from striking at night until the three young"
                  + " ones can fly. Rangers climbed the tower on Monday to ring them and found the"
                  + " bones of forty pigeons, which the mayor called the cheapest solution so far to"
                  + " an old complaint of shopkeepers around the square.");

  @TempDir private static Path directory;
  private static LocalPipeline pipeline;

  @BeforeAll
  static void feed() throws Exception {
    pipeline = LocalPipeline.start(LocalProcessor::new, 1, Map.of());
    Path file = Files.writeString(directory.resolve("feed.jsonl"), FEED);
    assertThat(run("ingest", file.toString()).code()).isZero();
    Await.until("the last article", () -> run("explain", "last").code() == 0);
  }

  @AfterAll
  static void stop() {
    pipeline.close();
  }

  @Test
  void shouldTellWhatIsGoneWhenTheOriginOfACopyWasCorrectedLater() {
    // When
    Ran ran = run("explain", "pier-post");

    // Then
    assertThat(ran.code()).isZero();
    assertThat(ran.out())
        .contains("VERDICT   copy")
        .contains("STALE     its origin was changed later, and lost a passage that this copy")
        .contains(
            "in the version of 2026-03-02T12:01:00Z of pier-wire, wire.example, \"Pier at Ostrel")
        .contains("gone there: Harbour master Ilka Roon said the repairs would cost nine hundred")
        .doesNotContain("gone there: Islanders")
        .contains("CORRECTED its tree changed later; it is a copy of the same article still");
    assertThat(ran.out().substring(0, ran.out().indexOf("STORY")))
        .as("compared with the version that it was a copy of")
        .containsPattern("Ilka Roon said the +│ instead. Harbour master Ilka Roon said the")
        .doesNotContain("two carpenters");
  }

  @Test
  void shouldTellOfTheOriginWhenItCameAfterItsCopy() {
    // When
    Ran ran = run("explain", "owl-post");

    // Then
    assertThat(ran.code()).isZero();
    assertThat(ran.out())
        .contains("VERDICT   original")
        .contains("CORRECTED it was later found to be a copy of another article")
        .contains("owl-wire, wire.example, \"Owls nest in Brask\"")
        .doesNotContain("STALE");
  }

  private record Ran(int code, String out) {}

  private static Ran run(String command, String argument) {
    StringWriter out = new StringWriter();
    int code =
        Storywire.commandLine()
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(new StringWriter(), true))
            .execute(command, "-b", pipeline.bootstrapServers(), argument);
    return new Ran(code, out.toString());
  }
}
