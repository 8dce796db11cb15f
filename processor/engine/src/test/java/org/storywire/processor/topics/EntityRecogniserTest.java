package org.storywire.processor.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.storywire.processor.text.Document;
import org.storywire.processor.topics.NamedEntity.Kind;

class EntityRecogniserTest {

  private final EntityRecogniser recogniser = EntityRecogniser.load();

  @Test
  void shouldCountShortFormsForTheFullName() {
    List<NamedEntity> found =
        find("Mayor Agnes Holloway opened the bridge. Holloway said the work took three years.");

    assertThat(found).contains(new NamedEntity("Agnes Holloway", Kind.PERSON, 2));
    assertThat(found).extracting(NamedEntity::name).doesNotContain("Holloway", "Mayor");
  }

  @Test
  void shouldCountInhabitantsAndShortNamesForTheCountry() {
    List<NamedEntity> found =
        find("Ukrainian farmers met U.S. officials. The talks in Ukraine go on, a US envoy said.");

    assertThat(found)
        .contains(
            new NamedEntity("Ukraine", Kind.PLACE, 2),
            new NamedEntity("United States", Kind.PLACE, 2));
  }

  @Test
  void shouldReadDatelinesInCapitals() {
    assertThat(find("NAIROBI, Kenya - Rain fell on the city for the third day in a row."))
        .contains(
            new NamedEntity("Nairobi", Kind.PLACE, 1), new NamedEntity("Kenya", Kind.PLACE, 1));
  }

  @Test
  void shouldTellOrganisationsByTheirWords() {
    assertThat(find("The strike closed the plant of Bellwater Industries, the Harbour Union said."))
        .contains(
            new NamedEntity("Bellwater Industries", Kind.ORGANISATION, 1),
            new NamedEntity("Harbour Union", Kind.ORGANISATION, 1));
  }

  @Test
  void shouldIgnoreFunctionWordsAndDays() {
    assertThat(find("The rain stopped. However, it came back. On Monday they waited. But it fell."))
        .isEmpty();
  }

  @Test
  void shouldFindNothingInEmptyOrOddText() {
    assertThat(find("")).isEmpty();
    assertThat(find("\u0000\u0007 ... --- !!! 12 34")).isEmpty();
    assertThat(find("\u6771\u4eac\u3067\u96e8\u304c\u964d\u308b")).isEmpty();
  }

  @Test
  void shouldReadHeadlinesInCapitalsForPlacesOnly() {
    Document document =
        Document.of(
            "a", "s", "en", Instant.EPOCH, "Flood Waters Rise Near Lisbon Harbour Wall", "");

    assertThat(recogniser.find(document)).extracting(NamedEntity::name).containsExactly("Lisbon");
  }

  @Test
  void shouldTakeTheOfficeOffAName() {
    List<NamedEntity> found =
        find(
            "On the old pier of the harbour she met Senate Majority Leader Anna Marlow and many"
                + " other people. The former Prime Minister David Tarn was there and spoke for an"
                + " hour.");

    assertThat(found)
        .extracting(NamedEntity::name)
        .contains("Anna Marlow", "David Tarn")
        .noneMatch(name -> name.contains("Leader") || name.contains("Minister"));
  }

  @Test
  void shouldJoinVariantsOfOnePerson() {
    List<NamedEntity> found =
        find(
            "The crowd cheered when Peter J. Marlow came. Later Peter Marlow spoke to them. Mocking"
                + " Marlow, two men left the hall. They said that Peter had lost. On the stage the"
                + " ferryman Skerrow Peter Marlow sat down.");

    assertThat(found).filteredOn(e -> e.name().contains("Marlow")).hasSize(1);
    assertThat(found).extracting(NamedEntity::name).doesNotContain("Peter", "Mocking Marlow");
  }

  @Test
  void shouldNotTakeABylineOrACommonWordForAName() {
    List<NamedEntity> found =
        find(
            "By Robert Quillan\n\nA trade fair opened in the hall on the river. They said the Trade"
                + " would last. D-Ga members came. Getty Images");

    assertThat(found).isEmpty();
  }

  @Test
  void shouldNotTakeALawOrAPartyForAPerson() {
    List<NamedEntity> found =
        find("In the hall of the Sarasota GOP they read the Marlow Act, and the GOP cheered.");

    assertThat(found).extracting(NamedEntity::kind).doesNotContain(Kind.PERSON);
  }

  @Test
  void shouldNotTakeOrdinaryWordsWithCapitalsForNames() {
    List<NamedEntity> found =
        find(
            "She left the Hospital with Anna Marlow MORE than a week ago. Key Skerrow voters heard"
                + " of it. See Pics of the hall. The nurse has a new PC and had Covid.");

    assertThat(found)
        .extracting(NamedEntity::name)
        .containsExactlyInAnyOrder("Anna Marlow", "Skerrow");
  }

  @Test
  void shouldNotTakeGermanNounsForNames() {
    Document document =
        Document.of(
            "a",
            "s",
            "de",
            Instant.EPOCH,
            "",
            "Gestern sprach die Ministerin mit Frauen und Kindern im Rathaus von Tarnbek. Der"
                + " Streit um den Hafen ist damit beendet, sagte Jens Quillan.");

    assertThat(recogniser.find(document))
        .extracting(NamedEntity::name)
        .containsExactlyInAnyOrder("Tarnbek", "Jens Quillan");
  }

  @Test
  void shouldLeaveOffAWordThatTheTextIsCutIn() {
    List<NamedEntity> found = find("The vote was held in the hall of Tarnbek Rovers Skerr");

    assertThat(found).extracting(NamedEntity::name).containsExactly("Tarnbek Rovers");
  }

  @Test
  void shouldJoinNamesThatHaveLostTheirApostrophe() {
    List<NamedEntity> found =
        find("They met Anna Marlow on the pier. Then Anna Marlows boat left the harbour.");

    assertThat(found).containsExactly(new NamedEntity("Anna Marlow", Kind.PERSON, 2));
  }

  @Test
  void shouldJoinATeamWithItsShortName() {
    List<NamedEntity> found =
        find("Fans of the Liverpool Herons cheered loudly. Later the Herons lost all of it.");

    assertThat(found).containsExactly(new NamedEntity("Liverpool Herons", Kind.ORGANISATION, 2));
  }

  @Test
  void shouldReadTheNameOfABodyWithFor() {
    assertThat(find("It was counted by the Office for Harbour Statistics in the old town."))
        .containsExactly(new NamedEntity("Office for Harbour Statistics", Kind.ORGANISATION, 1));
  }

  private List<NamedEntity> find(String body) {
    return recogniser.find(Document.of("a", "s", "en", Instant.EPOCH, "", body));
  }
}
