package org.storywire.ingest.robots;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RobotsTxtTest {

  private static final String AGENT = "storywire";

  @ParameterizedTest
  @CsvSource({
    "/news, /news/1, false",
    "/news, /newsroom, false",
    "/news, /old/news, true",
    "/*.pdf$, /a/b.pdf, false",
    "/*.pdf$, /a/b.pdf?x, true",
    "/*/print, /a/b/print/2, false",
    "/a$b, /a$b, false",
    "/caf%C3%A9, /caf%c3%a9/1, false",
    "/café, /caf%C3%A9/1, false",
    "/?q=, /?q=tide, false",
    "/, /robots.txt, true",
    "*, /anything, false",
    "'', /anything, true"
  })
  void shouldMatchPatternsOfPaths(String pattern, String path, boolean allowed) {
    RobotsTxt robots = RobotsTxt.parse("User-agent: *\nDisallow: " + pattern + "\n");

    assertThat(robots.rules(AGENT).allows("https://paper.example" + path)).isEqualTo(allowed);
  }

  @Test
  void shouldFollowLongestRuleAndAllowWhenTwoAreAlike() {
    // When
    RobotsRules rules =
        RobotsTxt.parse(
                """
                User-agent: *
                Disallow: /news
                Allow: /news/free
                Disallow: /same
                Allow: /same
                """)
            .rules(AGENT);

    // Then
    assertThat(rules.allows("https://paper.example/news/paid")).isFalse();
    assertThat(rules.allows("https://paper.example/news/free/1")).isTrue();
    assertThat(rules.allows("https://paper.example/same")).isTrue();
  }

  @Test
  void shouldTakeAllGroupsOfItsNameAndNoOthers() {
    // When
    RobotsTxt robots =
        RobotsTxt.parse(
            """
            User-agent: *
            Disallow: /

            User-agent: other
            User-agent: StoryWire/2.0
            Disallow: /a

            User-agent: storywire
            Disallow: /b
            """);

    // Then
    RobotsRules rules = robots.rules(AGENT);
    assertThat(rules.allows("https://paper.example/a")).isFalse();
    assertThat(rules.allows("https://paper.example/b")).isFalse();
    assertThat(rules.allows("https://paper.example/c")).isTrue();
    assertThat(robots.rules("stranger").allows("https://paper.example/c")).isFalse();
  }

  @Test
  void shouldForgiveMisspeltKeysMissingColonsAndMarkup() {
    // When
    RobotsRules rules =
        RobotsTxt.parse(
                "\uFEFFuseragent: *<BR>\r"
                    + "Dissallow : /a\r"
                    + "disallow /b\r"
                    + "disallow: /c # not this<BR>\r")
            .rules(AGENT);

    // Then
    assertThat(rules.allows("https://paper.example/a")).isFalse();
    assertThat(rules.allows("https://paper.example/b")).isFalse();
    assertThat(rules.allows("https://paper.example/c")).isFalse();
    assertThat(rules.allows("https://paper.example/d")).isTrue();
  }

  @Test
  void shouldKeepDelayToAgentsNamedBeforeIt() {
    // When
    RobotsTxt robots =
        RobotsTxt.parse(
            """
            User-agent: storywire
            Crawl-delay: 1.5
            User-agent: other
            Disallow: /a
            """);

    // Then
    assertThat(robots.rules(AGENT).crawlDelay()).contains(Duration.ofMillis(1500));
    assertThat(robots.rules("other").crawlDelay()).isEmpty();
    assertThat(robots.rules("other").allows("https://paper.example/a")).isFalse();
    assertThat(robots.rules("nobody").crawlDelay()).isEmpty();
  }

  @Test
  void shouldListSitemapsWhereverTheyStand() {
    // When
    RobotsTxt robots =
        RobotsTxt.parse(
            """
            Sitemap: https://paper.example/news.xml
            User-agent: *
            sitemap: /other.xml
            Disallow: /a
            Sitemap: https://paper.example/news.xml
            """);

    // Then
    assertThat(robots.sitemaps()).containsExactly("https://paper.example/news.xml", "/other.xml");
  }

  @Test
  void shouldReadUtf16() {
    RobotsTxt robots =
        RobotsTxt.parse("\uFEFFUser-agent: *\nDisallow: /a\n".getBytes(StandardCharsets.UTF_16BE));

    assertThat(robots.rules(AGENT).allows("https://paper.example/a")).isFalse();
  }

  @Test
  void shouldAllowWhatIsBehindTheBound() {
    // Given
    String padding = ("#" + "x".repeat(99) + "\n").repeat(5_200);

    // When
    RobotsTxt robots =
        RobotsTxt.parse("User-agent: *\nDisallow: /a\n" + padding + "Disallow: /b\n");

    // Then
    assertThat(robots.rules(AGENT).allows("https://paper.example/a")).isFalse();
    assertThat(robots.rules(AGENT).allows("https://paper.example/b")).isTrue();
  }

  @Test
  void shouldAllowAllOrNothingWhenThereIsNoFile() {
    assertThat(RobotsRules.ALLOW_ALL.allows("https://paper.example/a")).isTrue();
    assertThat(RobotsRules.ALLOW_NOTHING.allows("https://paper.example/")).isFalse();
  }
}
