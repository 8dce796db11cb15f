package org.storywire.processor.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.storywire.processor.topics.Tagging.TALKS;
import static org.storywire.processor.topics.Tagging.tag;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that no topic is given, or none that the tagger is sure of. */
class NothingToTagTest {

  @Test
  void shouldGiveNoTagForALanguageItDoesNotKnow() {
    assertThat(tag("und", "Envoys resume talks on ceasefire", TALKS)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ceasefire",
        "\u0000\u0001\u0002\u0007\u001b[31m",
        "\u6771\u4eac\u3067\u96e8\u304c\u964d\u308b\u3068\u4e88\u5831\u3055\u308c\u305f",
        "\u0440\u0435\u0447\u044c \u0438\u0434\u0451\u0442 \u043e \u043f\u043e\u0433\u043e\u0434\u0435 \u0432 \u0433\u043e\u0440\u043e\u0434\u0435",
        "zzqx vvkj qqwp lkjh mnbv ytre poiu",
        "1 2 3 4 5 6 7 8 9 10 11 12"
      })
  void shouldGiveNoTagWhenThereIsNothingToJudge(String text) {
    assertThat(tag("en", "", text)).isEmpty();
    assertThat(tag("en", text, "")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Subscribe to our newsletter. Sign in. Terms of use",
        "Subscribe to our newsletter. Sign in. Terms of use. Privacy policy. Cookie settings. All"
            + " rights reserved. Contact us. About us. Advertise. Careers. Help. Follow us on"
            + " Facebook. Share on Twitter. Email this article. Print. Most read. Trending now.",
        "This material may not be published, broadcast, rewritten or redistributed. Copyright. All"
            + " rights reserved. Click here to subscribe. Download our app for your phone.",
        "The page you are looking for could not be found. It may have been moved or deleted. Go to"
            + " the home page or use the search box. Latest news. News. Sport. Weather. Business.",
        "We and our partners store and access information on a device, such as cookies, and process"
            + " personal data for personalised advertising. With your permission we may use precise"
            + " location data. You may click to consent. Accept all. Reject all. Manage options.",
        "The brindle was over and the flarn had gone. Most of them said it would wend, but a few"
            + " thought that the morrish never did. It is what it is, and so on, and then some.",
        "qwerty asdf the zxcv of uiop in hjkl to bnm and fghj for rtyu a cvbn on dfgh with the erty"
      })
  void shouldBeSureOfNoTopicWhenAPageHoldsNoNews(String text) {
    assertThat(tag("en", "", text)).filteredOn(tag -> tag.score() >= 0.5).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u4e2d\u56fd\u603b\u7edf\u8868\u793a\u548c\u5e73\u8c08\u5224\u5c06\u7ee7\u7eed\u8fdb\u884c Apple 2015",
        "\u0642\u0627\u0644 \u0627\u0644\u0631\u0626\u064a\u0633 \u0625\u0646 \u0645\u062d\u0627\u062f\u062b\u0627\u062a \u0627\u0644\u0633\u0644\u0627\u0645",
        "\u041f\u0440\u0435\u0437\u0438\u0434\u0435\u043d\u0442 \u0441\u043a\u0430\u0437\u0430\u043b, \u0447\u0442\u043e BBC \u0438 CNN \u043f\u0440\u0430\u0432\u044b"
      })
  void shouldGiveNoTagWhenAnotherScriptHoldsAFewLatinWords(String text) {
    assertThat(tag("en", "", text)).isEmpty();
    assertThat(tag("fr", "", text)).isEmpty();
  }
}
