package org.storywire.processor.story.novelty;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.storywire.processor.story.features.ConsequenceLexicon;
import org.storywire.processor.story.member.NewItem;

class NewsChoiceTest {

  private static final ConsequenceLexicon ENGLISH = ConsequenceLexicon.of("en");

  private static final String BODY =
      "Divers raised the bell of the Ostra. His brother Nils Aske wept on the quay. "
          + "The museum will show it in May. Six school classes came. Gulls cried.";

  private static NewsCandidate sentence(String beginning, double score) {
    int start = BODY.indexOf(beginning);
    return new NewsCandidate(NewItem.Kind.SENTENCE, start, BODY.indexOf('.', start) + 1, score);
  }

  @Test
  void shouldTellTheWeightiestFirstWhenMoreIsNewThanIsTold() {
    // Given
    String body = "Quay 7 ".repeat(20);
    List<NewsCandidate> found = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      found.add(new NewsCandidate(NewItem.Kind.SENTENCE, i * 7, i * 7 + 6, i / 20.0));
    }

    // When
    List<NewItem> news = NewsChoice.of(found, body, ENGLISH);

    // Then
    assertThat(news).hasSize(12).extracting(NewItem::start).startsWith(133, 126, 119);
  }

  @Test
  void shouldPreferSentenceThatStandsByItselfWhenAnotherLeansOnWhatIsBefore() {
    List<NewItem> news =
        NewsChoice.of(
            List.of(sentence("His brother", 0.6), sentence("The museum", 0.5)), BODY, ENGLISH);

    assertThat(news.get(0).text()).startsWith("The museum");
  }

  @Test
  void shouldFoldNameWhenSentenceThatHasItIsTold() {
    // Given
    int start = BODY.indexOf("Nils Aske");
    NewsCandidate name =
        new NewsCandidate(NewItem.Kind.NAME, start, start + "Nils Aske".length(), 0.45);

    // Then
    assertThat(NewsChoice.of(List.of(sentence("His brother", 0.9), name), BODY, ENGLISH))
        .hasSize(1);
    assertThat(NewsChoice.of(List.of(sentence("Divers", 0.9), name), BODY, ENGLISH)).hasSize(2);
  }

  @Test
  void shouldCutAfterWholeWordWhenSentenceIsTooLong() {
    String text = "harbour ".repeat(60).strip();

    NewItem item = new NewItem(NewItem.Kind.SENTENCE, text, 0, text.length(), 0.5);

    assertThat(item.text()).endsWith(" harbour").hasSizeLessThanOrEqualTo(NewItem.MAXIMUM_LENGTH);
  }
}
