package org.storywire.processor.story;

import java.util.TreeSet;
import org.storywire.processor.story.member.Member;
import org.storywire.processor.text.ByteReader;
import org.storywire.processor.text.ByteWriter;

/** What is kept of articles that a story let go because it held too many: enough to count them. */
final class PastMembers {

  /** Sources beyond are no longer told apart. */
  private static final int MOST_SOURCES = 1000;

  private int articles;
  private int copies;
  private final TreeSet<String> sources = new TreeSet<>();

  int articles() {
    return articles;
  }

  int copies() {
    return copies;
  }

  /** Sources that reported independently, other than those of the articles held. */
  int sourcesBeside(Votes held) {
    int beside = 0;
    for (String source : sources) {
      beside += held.hasSource(source) ? 0 : 1;
    }
    return beside;
  }

  void add(Member member) {
    articles++;
    copies += member.copy() ? 1 : 0;
    if (!member.copy() && sources.size() < MOST_SOURCES) {
      sources.add(member.source());
    }
  }

  void addAll(PastMembers others) {
    articles += others.articles;
    copies += others.copies;
    for (String source : others.sources) {
      if (sources.size() < MOST_SOURCES) {
        sources.add(source);
      }
    }
  }

  void write(ByteWriter out) {
    out.number(articles).number(copies).number(sources.size());
    sources.forEach(out::text);
  }

  static PastMembers read(ByteReader in) {
    PastMembers past = new PastMembers();
    past.articles = in.integer();
    past.copies = in.integer();
    int size = in.count(1);
    for (int i = 0; i < size; i++) {
      past.sources.add(in.text());
    }
    return past;
  }
}
