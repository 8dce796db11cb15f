package org.storywire.processor.story;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.storywire.processor.affair.TermVector;
import org.storywire.processor.story.member.Coverage;
import org.storywire.processor.story.member.Member;
import org.storywire.processor.story.member.Standing;
import org.storywire.processor.story.similarity.ComparedArticle;

/**
 * Something that is to happen to the stories of an edition. Values only: who makes one has decided,
 * and has changed nothing; {@link StoryBook} carries it out.
 */
sealed interface Change {

  void applyTo(StoryBook book);

  /** The edition's clock goes on. */
  record Advance(Instant at) implements Change {
    @Override
    public void applyTo(StoryBook book) {
      book.advance(this);
    }
  }

  /** An article opens a story. */
  record Open(String storyId, Coverage coverage, ComparedArticle weighted) implements Change {
    @Override
    public void applyTo(StoryBook book) {
      book.open(this);
    }
  }

  /** An article joins a story that it is like. */
  record Join(String storyId, Coverage coverage, ComparedArticle weighted) implements Change {
    @Override
    public void applyTo(StoryBook book) {
      book.join(this);
    }
  }

  /** A copy joins the story of its parent. */
  record AddCopy(String storyId, Coverage coverage) implements Change {
    @Override
    public void applyTo(StoryBook book) {
      book.addCopy(this);
    }
  }

  /**
   * A new version takes the place of an article.
   *
   * @param compared whether arriving articles are to be compared with it
   */
  record Revise(Coverage coverage, boolean compared) implements Change {
    @Override
    public void applyTo(StoryBook book) {
      book.revise(this);
    }
  }

  /** An article counts as something else than was said, or copies another one. */
  record Reclassify(String articleId, Standing standing, Instant at) implements Change {
    @Override
    public void applyTo(StoryBook book) {
      book.reclassify(this);
    }
  }

  /** An article was canceled by its source: it leaves, and its story goes if it was the last. */
  record Retract(String articleId, Instant at) implements Change {
    @Override
    public void applyTo(StoryBook book) {
      book.retract(this);
    }
  }

  /** Something became known about an article that changes nothing in its story. */
  record Note(String articleId, StoryEvent.Kind kind, Instant at) implements Change {
    @Override
    public void applyTo(StoryBook book) {
      book.note(this);
    }
  }

  /**
   * A story's new article shows which affair it belongs to.
   *
   * @param terms the article's
   * @param near held articles most like it
   */
  record Place(String storyId, Instant at, TermVector terms, List<Member> near, boolean late)
      implements Change {
    @Override
    public void applyTo(StoryBook book) {
      book.place(this);
    }
  }

  /** Two stories are one; the one that leaves redirects to the one that stays. */
  record Merge(String staysId, String leavesId, Instant at) implements Change {
    @Override
    public void applyTo(StoryBook book) {
      book.merge(this);
    }
  }

  /**
   * Articles leave for a story of their own.
   *
   * @param ownId id of that story: a new one, or one that redirected and lives again
   * @param articleIds the first gives the headline
   */
  record Split(String storyId, String ownId, List<String> articleIds, Instant at)
      implements Change {
    @Override
    public void applyTo(StoryBook book) {
      book.split(this);
    }
  }

  /** An editor has the last word on whether two stories are one. */
  record Settle(String storyId, Optional<String> apartFromId) implements Change {
    @Override
    public void applyTo(StoryBook book) {
      book.settle(this);
    }
  }

  /** An editor chooses the headline; empty gives the choice back to the rule. */
  record Title(String storyId, Optional<String> headline, Instant at) implements Change {
    @Override
    public void applyTo(StoryBook book) {
      book.title(this);
    }
  }

  /** A story is over. */
  record Close(String storyId, Instant at) implements Change {
    @Override
    public void applyTo(StoryBook book) {
      book.close(this);
    }
  }

  /** A closed story takes coverage again. */
  record Reopen(String storyId, Instant at) implements Change {
    @Override
    public void applyTo(StoryBook book) {
      book.reopen(this);
    }
  }

  /** Only names, streets and rare terms of a story's articles stay. */
  record Thin(String storyId) implements Change {
    @Override
    public void applyTo(StoryBook book) {
      book.thin(this);
    }
  }

  /** A story, its articles and the redirects to it go. */
  record Forget(String storyId) implements Change {
    @Override
    public void applyTo(StoryBook book) {
      book.forget(this);
    }
  }
}
