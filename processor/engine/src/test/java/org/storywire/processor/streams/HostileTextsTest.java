package org.storywire.processor.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.storywire.news.RawArticle;

/**
 * Texts that repeat one thing for ever, through all stages. What they cost must grow as they do: a
 * step that reads the text again for each of its parts takes sixteen times as long for four times
 * the text. Measured is the work of this thread, at its least; a machine that does other things as
 * well changes the ratio little.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileTextsTest {

  private static final String NINE = "2026-03-02T09:00:00Z";
  private static final int SMALL = 1 << 15;
  private static final int TIMES = 4;

  /** Below this, what is measured is the clock [nanoseconds]. */
  private static final long NEGLIGIBLE = 150_000_000;

  private static final double LINEAR = 2.2;

  private Stages stages;
  private int fed;

  @BeforeAll
  void start(@TempDir Path directory) {
    stages = new Stages(directory);
    nanos(Pages.BRIDGE);
  }

  static Stream<String> shapes() {
    return Stream.of(
        // words, numbers, marks
        "word ",
        "Word ",
        "WORD ",
        "a",
        "A",
        "7",
        "7 ",
        "1,",
        "1,000 ",
        "3.5 ",
        ". ",
        ".",
        "...",
        "-",
        "- ",
        "— ",
        "–",
        "' ",
        "’",
        "\" ",
        "“",
        "” ",
        "« ",
        "(",
        ")",
        "( ",
        "[",
        "] ",
        "{}",
        "& ",
        "&amp;",
        "&#65;",
        "&#x41",
        "<",
        ">",
        "<p>",
        "</p>",
        "<b>x",
        "<a href=",
        "<!-- ",
        "# ",
        "@name ",
        "#tag ",
        "/",
        "\\",
        "| ",
        ": ",
        ";",
        "!",
        "? ",
        "* ",
        "_",
        "$ ",
        "% ",
        "\n",
        " \n",
        "\t",
        " ",
        "\u00a0",
        "\u200b",
        "x\n",
        "x. ",
        "X. Y. ",
        "U.S. ",
        "Mr. ",
        // what news is made of
        "(AP) ",
        "(AP) — ",
        "PARIS (AP) — ",
        "LONDON — ",
        "By John Smith\n",
        "By ",
        "said ",
        "5 hours ago\n",
        "5 hours ago ",
        "March 5, 2026 ",
        "on Monday ",
        "12:30 ",
        "Read more\n",
        "according to ",
        "\"It is,\" he said. ",
        "Copyright 2026 AP.\n",
        "Related: x\n",
        "https://x.example/a ",
        "a@b.example ",
        "as reported by ",
        "John Smith ",
        "12 killed ",
        "Mr. Smith said. ",
        "$5 million ",
        "Story continues below\n",
        "Updated 5:30 p.m.\n",
        // other scripts and marks
        "\u0301",
        "e\u0301",
        "\u0345\u0301",
        "中",
        "中文。",
        "日本 ",
        "한국 ",
        "ไทย",
        "عربي ",
        "ـ",
        "हिन्दी ",
        "русский ",
        "ελλ ",
        "😀",
        "👨‍👩‍👧",
        "🇫",
        "ﬁ",
        "Ａ",
        "ß",
        "İ",
        "Σ",
        "ΟΣ ",
        "\u0000",
        "\u202e");
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void shouldCostAsMuchAsItIsLongWhenTextRepeatsOneThing(String shape) {
    // Given
    String small = shape.repeat(SMALL / shape.length());
    String large = shape.repeat(TIMES * SMALL / shape.length());

    // When
    long ofLarge = nanos(large);
    double ratio =
        ofLarge < NEGLIGIBLE
            ? 0
            : Math.min(ofLarge, nanos(large)) / (double) Math.min(nanos(small), nanos(small));

    // Then
    assertThat(ratio).as("cost of %s times the text", TIMES).isLessThan(LINEAR * TIMES);
  }

  private long nanos(String text) {
    String title = text.substring(0, Math.min(text.length(), 8_000));
    RawArticle page =
        Pages.page("ledger.example", "hostile-" + fed++, NINE, title, "It is late. " + text);
    var threads = ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadCpuTime();
    try {
      stages.feed(List.of(page), ignored -> {});
    } catch (BadArticleException e) {
      // To refuse it costs as well.
    }
    return threads.getCurrentThreadCpuTime() - before;
  }
}
