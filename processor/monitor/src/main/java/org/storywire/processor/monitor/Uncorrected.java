package org.storywire.processor.monitor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.storywire.news.Article;
import org.storywire.news.UpdateKind;
import org.storywire.processor.monitor.ask.Match;
import org.storywire.processor.monitor.ask.Question;

/**
 * Copies that still carry what their origin withdrew or changed. The processor says when an origin
 * changed under them; the texts as they stand say whether a copy has been mended since.
 */
final class Uncorrected {

  private static final int MOST = 60;
  private static final int MOST_SENTENCES = 5;
  private static final double SAME = 0.95;
  private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?。！？])\\s+|\\n+");

  private final WatchedStories stories;
  private final ArticleView articles;
  private final ArticleTexts texts;
  private final Map<HeldArticle.Place, Found> known = new ConcurrentHashMap<>();

  Uncorrected(WatchedStories stories, ArticleView articles, ArticleTexts texts) {
    this.stories = stories;
    this.articles = articles;
    this.texts = texts;
  }

  /**
   * A copy that is not corrected.
   *
   * @param at event time at which its origin changed
   * @param sentences what it still carries and its origin does not; never empty
   */
  record Copy(HeldArticle copy, HeldArticle origin, Instant at, List<String> sentences) {
    Copy {
      sentences = List.copyOf(sentences);
    }
  }

  private record Found(HeldArticle.Place origin, List<String> sentences) {}

  /** The copies whose origins changed last, newest first, at most 60. */
  List<Copy> all() {
    Map<String, Update> newest = new LinkedHashMap<>();
    for (Update update : stories.log().held(one -> one.kind == UpdateKind.STALE_COPY)) {
      StoryThen.article(update)
          .ifPresent(
              id -> {
                newest.remove(id);
                newest.put(id, update);
              });
    }
    List<String> ids = new ArrayList<>(newest.keySet());
    List<Copy> copies = new ArrayList<>();
    known.keySet().retainAll(places(ids));
    for (int i = ids.size() - 1;
        i >= 0 && copies.size() < MOST && ids.size() - i <= 3 * MOST;
        i--) {
      Instant at = newest.get(ids.get(i)).at;
      articles.find(ids.get(i)).flatMap(copy -> copy(copy, at)).ifPresent(copies::add);
    }
    return copies;
  }

  private List<HeldArticle.Place> places(List<String> ids) {
    return ids.stream().flatMap(id -> articles.find(id).stream()).map(Uncorrected::place).toList();
  }

  private Optional<Copy> copy(HeldArticle copy, Instant at) {
    Optional<HeldArticle> origin = copy.copyOf.flatMap(articles::find);
    return origin
        .map(changed -> new Copy(copy, changed, at, sentences(copy, changed)))
        .filter(found -> !found.sentences().isEmpty());
  }

  private List<String> sentences(HeldArticle copy, HeldArticle origin) {
    Found found = known.get(place(copy));
    if (found == null || !found.origin().equals(place(origin))) {
      found = new Found(place(origin), compare(copy, origin));
      known.put(place(copy), found);
    }
    return found.sentences();
  }

  private List<String> compare(HeldArticle copy, HeldArticle origin) {
    Optional<String> before = body(origin.first);
    Optional<String> now = body(place(origin));
    Optional<String> carried = body(place(copy));
    if (before.isEmpty() || now.isEmpty() || carried.isEmpty()) {
      return List.of();
    }
    List<String> still = new ArrayList<>();
    for (String sentence : SENTENCE_END.split(before.get())) {
      if (still.size() < MOST_SENTENCES
          && sentence.length() <= Question.LONGEST
          && Question.isLongEnough(sentence)) {
        Question question = Question.of(sentence);
        if (!has(question, now.get()) && has(question, carried.get())) {
          still.add(sentence.strip());
        }
      }
    }
    return still;
  }

  private static boolean has(Question sentence, String body) {
    return sentence.match(body).map(Match::share).orElse(0.0) >= SAME;
  }

  private Optional<String> body(HeldArticle.Place place) {
    return texts.fetch(place.partition(), place.offset()).map(Article::getBody);
  }

  private static HeldArticle.Place place(HeldArticle article) {
    return new HeldArticle.Place(article.partition, article.offset);
  }
}
