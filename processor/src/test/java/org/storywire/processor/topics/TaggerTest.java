package org.storywire.processor.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.storywire.processor.text.Document;
import org.storywire.processor.text.TextCleaner;

class TaggerTest {

  private static final String TALKS =
      "Envoys from both sides met in Geneva for a second day of peace talks. They discussed a"
          + " ceasefire along the front line, the exchange of prisoners and security guarantees."
          + " Shelling went on in the east, where troops have fought for two years. \"A lasting"
          + " peace needs more than a truce,\" the foreign minister said.";

  private static Tagger tagger;
  private static Taxonomy taxonomy;

  @BeforeAll
  static void load() {
    tagger = Tagger.load();
    taxonomy = Taxonomy.load();
  }

  @Test
  void shouldTagConflictAndPeaceProcessWhenEnvoysDiscussACeasefire() {
    assertThat(codes("en", "Envoys resume talks on ceasefire", TALKS))
        .contains("medtop:16000000", "medtop:20000073");
  }

  @Test
  void shouldTagTheKindOfSportWhenTeamsPlayFootball() {
    List<TopicTag> tags =
        tag(
            "en",
            "Rovers win the cup after extra time",
            "The striker scored twice as Rovers beat Harbour Town 3-2 in the final. The goalkeeper"
                + " saved a penalty in stoppage time, and the midfielder sent off after an hour"
                + " will miss the first match of the league season. \"The players never gave up,\""
                + " the coach said before the fans.");

    assertThat(tags).extracting(TopicTag::code).contains("medtop:15000000", "medtop:20001065");
  }

  @Test
  void shouldTagWeatherWhenForecastersWarnOfSnow() {
    assertThat(
            codes(
                "en",
                "Heavy snow expected overnight",
                "Forecasters issued a winter storm warning for the northern valleys. Up to ten"
                    + " inches of snow may fall before dawn, with temperatures well below freezing"
                    + " and strong winds along the coast. The weather service expects sunshine to"
                    + " return on Sunday."))
        .contains("medtop:17000000");
  }

  @Test
  void shouldTagAnAccidentWhenItsWordsAreOfNoNewsThatWasLearnedFrom() {
    assertThat(
            codes(
                "en",
                "Fishing boat capsizes off Skerrow, two missing",
                "A lifeboat from Lower Tarn pulled three men out of the water on Friday after their"
                    + " trawler capsized in the Sound. Rescuers with lamps went on looking for the"
                    + " skipper and his nephew until dawn. The coastguard said the wreckage lay"
                    + " under the cliffs."))
        .contains("medtop:03000000");
  }

  @Test
  void shouldTagDroughtAndStrikeInLanguagesWithoutLabelledArticles() {
    assertThat(
            codes(
                "es",
                "La sequía vacía los pozos del valle",
                "Las restricciones de agua empiezan el lunes. Los alcaldes de la comarca piden"
                    + " camiones cisterna mientras dure la escasez de agua, la peor sequía en"
                    + " treinta años."))
        .contains("medtop:20000152");
    assertThat(
            codes(
                "de",
                "Warnstreik legt Straßenbahnen lahm",
                "Die Gewerkschaft hat die Beschäftigten zum Streik aufgerufen. Die Arbeitgeber"
                    + " wollen über den Tarifvertrag erst im Herbst reden. Der Warnstreik dauert"
                    + " bis Mitternacht."))
        .contains("medtop:09000000");
  }

  @Test
  void shouldTagSpanishAndFrenchAndGerman() {
    assertThat(
            codes(
                "es",
                "Enviados negocian un alto el fuego",
                "Las negociaciones de paz siguen mientras las tropas combaten en el frente. El"
                    + " acuerdo de paz incluye garantías de seguridad y una tregua, dijo el"
                    + " ministro. Los soldados esperan el fin de la guerra."))
        .contains("medtop:16000000", "medtop:20000073");
    assertThat(
            codes(
                "fr",
                "Le club gagne la finale",
                "L'attaquant a marqué deux buts et l'équipe a remporté le championnat. Le gardien"
                    + " de but a arrêté un penalty devant un stade plein. L'entraîneur félicite ses"
                    + " joueurs après ce match de football."))
        .contains("medtop:15000000");
    assertThat(
            codes(
                "de",
                "Der Trainer lobt die Mannschaft",
                "Der Stürmer schoss zwei Tore, und der Torwart hielt einen Elfmeter. Die"
                    + " Mannschaft führt nun die Bundesliga an. Im Stadion feierten die Spieler mit"
                    + " ihrem Trainer den Meister im Fußball."))
        .contains("medtop:15000000");
  }

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

  @Test
  void shouldReadTwoMegabytesWithoutTrouble() {
    String text = (TALKS + "\n").repeat(2_000_000 / TALKS.length());

    assertThat(codes("en", "", text)).contains("medtop:16000000");
    assertThat(tag("en", "", "x".repeat(2_000_000))).isEmpty();
    assertThat(tag("en", "", "\u0001\u001b \ud800 ".repeat(300_000))).isEmpty();
  }

  @Test
  void shouldKeepScoresInRangeAndOrderAndMarkAncestors() {
    Random random = new Random(7);
    String[] words =
        ("election vote senate goal match coach war troops ceasefire talks storm snow hospital"
                + " virus church pope shares profit bank court trial murder police school teacher"
                + " climate emissions union strike film album rocket planet the a of in to said")
            .split(" ");
    for (int round = 0; round < 300; round++) {
      StringBuilder text = new StringBuilder();
      int length = 5 + random.nextInt(80);
      for (int i = 0; i < length; i++) {
        text.append(words[random.nextInt(words.length)]).append(' ');
      }
      List<TopicTag> tags = tag("en", "", text.toString());

      assertThat(tags).isEqualTo(tag("en", "", text.toString()));
      assertThat(tags).extracting(TopicTag::score).isSortedAccordingTo(Comparator.reverseOrder());
      assertThat(tags).extracting(TopicTag::code).doesNotHaveDuplicates();
      assertThat(tags).filteredOn(tag -> !tag.implied()).hasSizeLessThanOrEqualTo(Tagger.MOST);
      for (TopicTag tag : tags) {
        assertThat(tag.score()).isBetween(0.0, 1.0);
        assertThat(tags).extracting(TopicTag::code).containsAll(taxonomy.ancestors(tag.code()));
        boolean hasNarrower =
            tags.stream().anyMatch(t -> taxonomy.ancestors(t.code()).contains(tag.code()));
        assertThat(!tag.implied() || hasNarrower).isTrue();
      }
    }
  }

  @Test
  void shouldExplainTagsByTermsOfTheArticle() {
    Document document = document("en", "Envoys resume talks on ceasefire", TALKS);

    assertThat(tagger.explain(document, "medtop:20000073"))
        .extracting(TermWeight::term)
        .contains("ceasefire", "peace talks");
    assertThat(tagger.explain(document, "medtop:16000000"))
        .isNotEmpty()
        .allSatisfy(
            term ->
                assertThat((document.title().string() + " " + TALKS).toLowerCase())
                    .contains(term.term()));
    assertThat(tagger.explain(document, "medtop:99999999")).isEmpty();
  }

  @Test
  void shouldKeepTheModelBelowEightMegabytes() throws IOException {
    try (InputStream model = Resources.open("topic-model.bin")) {
      assertThat(model.readAllBytes().length).isLessThan(8_000_000);
    }
  }

  private static List<String> codes(String language, String title, String body) {
    return tag(language, title, body).stream().map(TopicTag::code).toList();
  }

  private static List<TopicTag> tag(String language, String title, String body) {
    return tagger.tag(document(language, title, body));
  }

  private static Document document(String language, String title, String body) {
    return Document.of(
        "a", "s", language, Instant.EPOCH, TextCleaner.clean(title), TextCleaner.clean(body));
  }
}
