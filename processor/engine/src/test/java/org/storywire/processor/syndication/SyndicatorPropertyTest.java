package org.storywire.processor.syndication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.storywire.processor.syndication.Wire.Item;

/** Laws that hold whatever arrives. */
class SyndicatorPropertyTest {

  /** Reports with copies that were cut, extended, embedded or left alone, over {@code hours}. */
  private static List<Item> feed(long seed, int reports, int hours) {
    Random random = new Random(seed);
    List<Item> feed = new ArrayList<>();
    for (int r = 0; r < reports; r++) {
      List<String> report = Wire.paragraphs(seed * 1000 + r, 6 + random.nextInt(14));
      int copies = random.nextInt(6);
      int hour = random.nextInt(hours);
      for (int c = 0; c <= copies; c++) {
        String id = "r" + r + "c" + c;
        String source = "source" + random.nextInt(12);
        Item item =
            new Item(
                id,
                source,
                Wire.hours(hour + random.nextInt(48)),
                String.join("\n", edited(random, report)));
        feed.add(random.nextInt(3) == 0 ? item.crediting("source" + random.nextInt(3)) : item);
      }
    }
    for (int p = 0; p < reports / 8; p++) {
      String page = feed.get(random.nextInt(feed.size())).body();
      page += "\n" + feed.get(random.nextInt(feed.size())).body();
      feed.add(new Item("page" + p, "portal", Wire.hours(random.nextInt(hours + 48)), page));
    }
    return feed;
  }

  private static List<String> edited(Random random, List<String> report) {
    List<String> edited = new ArrayList<>(report);
    switch (random.nextInt(5)) {
      case 0:
        return edited.subList(0, 2 + random.nextInt(edited.size() - 2));
      case 1:
        edited.add(random.nextInt(edited.size()), Wire.text(random.nextLong(), 2));
        return edited;
      case 2:
        edited.remove(random.nextInt(edited.size()));
        return edited;
      case 3:
        edited.add(0, Wire.text(random.nextLong(), 1 + random.nextInt(12)));
        return edited;
      default:
        return edited;
    }
  }

  /** Parent, origin and relation of every article after all news about it. */
  private static Map<String, String> standings(Wire wire, List<Item> feed) {
    Map<String, String> standings = new TreeMap<>();
    for (Item item : feed) {
      take(standings, item.id(), wire.judge(item));
    }
    return standings;
  }

  private static void take(Map<String, String> standings, String id, Judgement judgement) {
    CopyVerdict verdict = judgement.verdict();
    standings.put(
        id,
        verdict instanceof CopyVerdict.Copy copy
            ? copy.parentId() + " of " + copy.originId() + " " + copy.relation()
            : verdict.originId());
    for (Correction correction : judgement.corrections()) {
      if (correction.kind() == Correction.Kind.TREE) {
        standings.put(
            correction.articleId(),
            correction
                .parentId()
                .map(to -> to + " of " + correction.originId() + " " + correction.relation())
                .orElse(correction.originId()));
      }
    }
  }

  @Test
  void shouldEndWithTheSameTreesWhateverTheOrderOfArrival() {
    for (int seed = 1; seed <= 25; seed++) {
      // Given
      List<Item> feed = feed(seed, 24, 200);
      Map<String, String> expected = standings(new Wire(), feed);
      assertThat(expected.values()).anyMatch(standing -> standing.contains(" of "));

      for (int order = 0; order < 4; order++) {
        // When
        List<Item> shuffled = new ArrayList<>(feed);
        Collections.shuffle(shuffled, new Random(seed * 10L + order));

        // Then
        assertThat(standings(new Wire(), shuffled)).isEqualTo(expected);
      }
    }
  }

  @Test
  void shouldTellTheSameAfterRestartAsWithout() {
    for (int seed = 1; seed <= 12; seed++) {
      // Given: two months of news, some late, so that articles leave the window all the time
      Random random = new Random(seed);
      List<Item> feed = feed(seed, 120, 1400);
      feed.sort((a, b) -> a.at().compareTo(b.at()));
      for (int swap = 0; swap < 40; swap++) {
        int at = random.nextInt(feed.size());
        Collections.swap(feed, at, Math.min(feed.size() - 1, at + random.nextInt(30)));
      }
      for (int revision = 0; revision < 20; revision++) {
        int at = random.nextInt(feed.size());
        feed.add(at + 1, feed.get(at).revised(Wire.text(random.nextLong(), 8)));
      }
      Wire steady = new Wire();
      Wire restarted = new Wire();

      for (int i = 0; i < feed.size(); i++) {
        // When
        if (random.nextInt(10) == 0) {
          restarted.restart();
        }
        Judgement expected = steady.judge(feed.get(i));
        Judgement actual = restarted.judge(feed.get(i));

        // Then
        assertThat(actual.corrections()).isEqualTo(expected.corrections());
        assertThat(actual).isEqualTo(expected);
      }
      assertThat(restarted.stored.keySet()).isEqualTo(steady.stored.keySet());
    }
  }

  @Test
  void shouldHoldNothingThatLeftTheWindow() {
    // Given
    Wire wire = new Wire();
    List<Item> feed = feed(3, 200, 500);
    standings(wire, feed);

    // When: time goes on by a month; each call takes some out
    for (int i = 0; i < 40; i++) {
      wire.judge(new Item("later" + i, "x", Wire.hours(1400), Wire.text(90_000 + i, 5)));
    }

    // Then
    assertThat(wire.syndicator().held()).isEqualTo(40);
    assertThat(wire.stored).hasSize(40);
    assertThat(wire.syndicator().ghosts()).isZero();
  }

  @Test
  void shouldRepeatItselfOnTheSameFeed() {
    List<Item> feed = feed(5, 60, 300);

    assertThat(standings(new Wire(), feed)).isEqualTo(standings(new Wire(), feed));
  }
}
