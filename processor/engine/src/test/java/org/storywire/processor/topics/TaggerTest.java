package org.storywire.processor.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.storywire.processor.topics.Tagging.TAGGER;
import static org.storywire.processor.topics.Tagging.TALKS;
import static org.storywire.processor.topics.Tagging.codes;
import static org.storywire.processor.topics.Tagging.document;
import static org.storywire.processor.topics.Tagging.tag;

import java.io.IOException;
import java.io.InputStream;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.storywire.processor.text.Document;

class TaggerTest {

  private static final Taxonomy TAXONOMY = Taxonomy.load();

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
        assertThat(tags).extracting(TopicTag::code).containsAll(TAXONOMY.ancestors(tag.code()));
        boolean hasNarrower =
            tags.stream().anyMatch(t -> TAXONOMY.ancestors(t.code()).contains(tag.code()));
        assertThat(!tag.implied() || hasNarrower).isTrue();
      }
    }
  }

  @Test
  void shouldExplainTagsByTermsOfTheArticle() {
    Document document = document("en", "Envoys resume talks on ceasefire", TALKS);

    assertThat(TAGGER.explain(document, "medtop:20000073"))
        .filteredOn(term -> term.kind() == TermWeight.Kind.LISTED)
        .extracting(TermWeight::term)
        .contains("ceasefire", "peace talks");
    assertThat(TAGGER.explain(document, "medtop:16000000"))
        .extracting(TermWeight::kind)
        .contains(TermWeight.Kind.LISTED, TermWeight.Kind.LEARNED);
    assertThat(TAGGER.explain(document, "medtop:16000000"))
        .isNotEmpty()
        .allSatisfy(
            term ->
                assertThat((document.title().string() + " " + TALKS).toLowerCase())
                    .contains(term.term()));
    assertThat(TAGGER.explain(document, "medtop:99999999")).isEmpty();
  }

  @Test
  void shouldKeepTheModelBelowTwelveMegabytes() throws IOException {
    try (InputStream model = Resources.open("topic-model.bin")) {
      assertThat(model.readAllBytes().length).isLessThan(12_000_000);
    }
  }
}
