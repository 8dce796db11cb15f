package org.storywire.processor.streams;

import java.util.List;
import org.storywire.news.Article;
import org.storywire.processor.syndication.Correction;

/**
 * An article with its verdict, on its way to its story.
 *
 * @param article everything but the story is known
 * @param features encoded features of the story core; empty if unchanged
 * @param siblings ids of articles that share its wording or its headline but tell other news
 * @param corrections what its arrival changed about articles judged before
 */
record ArticleInput(
    Article article, byte[] features, List<String> siblings, List<Correction> corrections)
    implements StoryInput {

  ArticleInput {
    siblings = List.copyOf(siblings);
    corrections = List.copyOf(corrections);
  }
}
