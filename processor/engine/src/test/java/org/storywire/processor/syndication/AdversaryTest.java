package org.storywire.processor.syndication;

import static org.assertj.core.api.Assertions.assertThat;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.storywire.processor.syndication.Wire.Item;

/** What a hostile or unlucky feed can do: work stays bounded, nothing is lost. */
class AdversaryTest {

  @Test
  void shouldKeepOneGroupAndBoundedWorkWhenTenThousandCopiesArriveInAMinute() {
    // Given
    Wire wire = new Wire();
    String body = Wire.text(1, 12);
    Random random = new Random(1);
    wire.judge(new Item("origin", "agency", Wire.NOON.minusSeconds(61), body));

    // When
    Set<String> origins = new HashSet<>();
    for (int i = 0; i < 10_000; i++) {
      String edited = random.nextInt(3) == 0 ? body : body + "\n" + Wire.text(1000 + i, 2);
      Item item =
          new Item(
              "copy" + i, "site" + i, Wire.NOON.plusMillis(1 + random.nextInt(60_000)), edited);
      origins.add(wire.judge(item).verdict().originId());
    }

    // Then
    assertThat(origins).containsExactly("origin");
    assertThat(wire.syndicator().held()).isEqualTo(10_001);
    assertThat(wire.syndicator().comparisons()).isLessThan(10_001L * 100);
  }

  @Test
  void shouldStillJudgeOthersWhenOneArticleFillsItsLists() {
    // Given
    Wire wire = new Wire();
    for (int i = 0; i < 2_000; i++) {
      wire.judge(new Item("copy" + i, "site" + i, Wire.NOON, Wire.text(1, 12)));
    }
    String other = Wire.text(2, 12);
    wire.judge(new Item("a", "agency", Wire.NOON, other));
    long before = wire.syndicator().comparisons();

    // When
    Judgement judgement = wire.judge(new Item("b", "paper", Wire.hours(1), other));

    // Then
    assertThat(judgement.verdict().originId()).isEqualTo("a");
    assertThat(wire.syndicator().comparisons() - before).isLessThan(5);
  }

  @Test
  void shouldFindArticleInPageOfTwoMegabytes() {
    // Given
    Wire wire = new Wire();
    String page = Wire.text(1, 9000);
    String article = page.substring(1_000_000, 1_030_000);
    wire.judge(new Item("page", "archive", Wire.NOON, page));

    // When
    Judgement judgement = wire.judge(new Item("a", "paper", Wire.hours(1), article));

    // Then: judged, and the memory for the page is bounded
    assertThat(judgement.verdict()).isNotNull();
    assertThat(wire.syndicator().bytesHeld()).isLessThan(2_000_000);
  }

  @Test
  void shouldSpendBoundedWorkWhenTextsAreMadeOfFurnitureOnly() {
    // Given: every text is half of the same ten notices
    Wire wire = new Wire();
    List<String> notices = Wire.paragraphs(1, 10);
    Random random = new Random(2);

    // When
    for (int i = 0; i < 1_000; i++) {
      List<String> page = new ArrayList<>();
      for (int n = 0; n < 5; n++) {
        page.add(notices.get(random.nextInt(10)));
      }
      wire.judge(new Item("p" + i, "site" + i % 5, Wire.hours(i % 96), String.join("\n", page)));
    }

    // Then
    assertThat(wire.syndicator().held()).isEqualTo(1_000);
    assertThat(wire.syndicator().comparisons()).isLessThan(1_000L * 100);
  }

  @Test
  void shouldKeepLatestArticlesWhenShinglesAreChosenToCollide() {
    // Given: one key for all
    Window window = new Window();
    CopyIndex index = new CopyIndex(window, 32);
    long key = 0x0000123456789abcL;

    // When
    for (int i = 1; i <= 5_000; i++) {
      Item item = new Item("a" + i, "s", Wire.hours(i / 100), "");
      Entry entry = Entry.of(new Wire().fingerprint(item));
      entry.sequence = i;
      window.add(entry);
      index.post(key, i);
    }

    // Then
    IntArrayList found = new IntArrayList();
    index.collect(key, found);
    assertThat(found.toIntArray()).hasSize(32);
    assertThat(found.intStream().min().orElseThrow()).isGreaterThanOrEqualTo(4900);
    assertThat(index.bytes()).isLessThan(100_000);
  }

  @Test
  void shouldBoundMemoryWhenWordsAreChosenSoThatAllShinglesAreSampled() {
    // Given: a page of the length whose shingles are sampled one in eight, made of such only
    Wire wire = new Wire();
    int level = 3;
    List<String> words = new ArrayList<>(List.of("a", "b", "c", "d"));
    for (int next = 0; words.size() < 9_000; next++) {
      String shingle = String.join(" ", words.subList(words.size() - 4, words.size()));
      String word = "w" + next;
      Item five = new Item("five", "s", Wire.NOON, shingle + " " + word);
      if (Sample.within(wire.fingerprint(five).sample().hashes()[0], level)) {
        words.add(word);
      }
    }

    // When
    Fingerprint fingerprint =
        wire.fingerprint(new Item("page", "s", Wire.NOON, String.join(" ", words)));

    // Then
    assertThat(fingerprint.sample().level()).isEqualTo(level);
    assertThat(fingerprint.sample().size()).isEqualTo(8_192);
    assertThat(fingerprint.keys()).hasSizeLessThanOrEqualTo(1_024);
  }
}
