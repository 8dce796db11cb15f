package org.storywire.processor.story;

import java.util.List;
import java.util.Optional;

/** What an editor decided about stories, which are named by articles that they hold. */
public sealed interface Ruling {

  /** Articles that it names, at least one; all must be held. */
  List<String> articleIds();

  /** The stories of two articles are one, and stay one. */
  record SameStory(String articleId, String otherId) implements Ruling {
    @Override
    public List<String> articleIds() {
      return List.of(articleId, otherId);
    }
  }

  /**
   * Articles are not of the story of another one, and the two stay apart.
   *
   * @param leaving articles that leave, with the copies made of them
   * @param staysId an article that stays
   */
  record OtherStory(List<String> leaving, String staysId) implements Ruling {
    /** Copies. */
    public OtherStory {
      leaving = List.copyOf(leaving);
    }

    @Override
    public List<String> articleIds() {
      return java.util.stream.Stream.concat(leaving.stream(), java.util.stream.Stream.of(staysId))
          .toList();
    }
  }

  /**
   * A headline stands for the story of an article.
   *
   * @param headline the words; empty gives the choice back to the rule
   */
  record Title(String articleId, Optional<String> headline) implements Ruling {
    @Override
    public List<String> articleIds() {
      return List.of(articleId);
    }
  }
}
