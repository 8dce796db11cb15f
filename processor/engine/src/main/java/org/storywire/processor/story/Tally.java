package org.storywire.processor.story;

import java.time.Instant;
import java.util.List;
import org.storywire.processor.story.member.Member;
import org.storywire.processor.text.ByteReader;
import org.storywire.processor.text.ByteWriter;

/**
 * What the articles of a story add up to. Made from the articles alone, anew after every change, so
 * that it cannot say anything else than they do.
 *
 * @param articles articles, copies included
 * @param copies copies among them
 * @param independent sources with an article that is no copy
 * @param firstAt event time of the earliest article held
 * @param lastAt event time of the latest article held
 */
record Tally(int articles, int copies, int independent, Instant firstAt, Instant lastAt) {

  /**
   * Adds up.
   *
   * @param members articles held, not empty
   * @param past articles that the story had to let go
   */
  static Tally of(List<Member> members, Votes votes, PastMembers past) {
    int copies = past.copies();
    Instant firstAt = members.get(0).at();
    Instant lastAt = firstAt;
    for (Member member : members) {
      copies += member.copy() ? 1 : 0;
      firstAt = member.at().isBefore(firstAt) ? member.at() : firstAt;
      lastAt = member.at().isAfter(lastAt) ? member.at() : lastAt;
    }
    int independent = votes.sources().size() + past.sourcesBeside(votes);
    return new Tally(members.size() + past.articles(), copies, independent, firstAt, lastAt);
  }

  void write(ByteWriter out) {
    out.number(articles).number(copies).number(independent).time(firstAt).time(lastAt);
  }

  static Tally read(ByteReader in) {
    return new Tally(in.integer(), in.integer(), in.integer(), in.time(), in.time());
  }
}
