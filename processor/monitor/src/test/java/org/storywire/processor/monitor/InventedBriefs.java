package org.storywire.processor.monitor;

import java.time.Instant;
import java.util.Random;
import org.storywire.news.Topic;

/** The smaller stories of an invented morning: one report each, with copies. */
final class InventedBriefs {

  private static final Topic HEALTH = new Topic("medtop:07000000", "health", 0.9, true);
  private static final Topic EPIDEMIC = new Topic("medtop:20000449", "epidemic", 0.83, false);
  private static final Topic SPORT = new Topic("medtop:15000000", "sport", 0.97, false);
  private static final Topic POLITICS = new Topic("medtop:11000000", "politics", 0.9, true);
  private static final Topic ELECTION = new Topic("medtop:20000574", "election", 0.84, false);
  private static final Topic WILDLIFE = new Topic("medtop:20000425", "animal", 0.7, false);

  private final Newsroom newsroom;

  InventedBriefs(Newsroom newsroom) {
    this.newsroom = newsroom;
  }

  /** Tells them, one every quarter of an hour. */
  void tell(Instant start, Random random) {
    String[][] lines = {
      {
        "story-measles",
        "clinic-news.example",
        "Measles cases in Arden district rise to 41",
        "Health officials confirmed 41 cases, up from 29 last week."
      },
      {
        "story-election",
        "assembly-watch.example",
        "Recount ordered in Westmarch after margin of nine votes",
        "The margin was nine votes out of 38,214 cast."
      },
      {
        "story-derby",
        "touchline.example",
        "Rovers settle the derby with two late goals",
        "Both goals came after the 88th minute."
      },
      {
        "story-otters",
        "green-lane.example",
        "Otters return to the Lyme after sixty years",
        "Rangers filmed a pair with three cubs."
      },
      {
        "story-strike",
        "ledger.example",
        "Tram drivers call two-day strike over night shifts",
        "The strike begins on Thursday at four in the morning."
      },
      {
        "story-fire",
        "radio-calder.example",
        "Warehouse fire at Dunmoor docks under control",
        "No one was hurt, the fire brigade said."
      },
      {
        "story-vaccine",
        "clinic-news.example",
        "Regulator asks for more data on inhaled vaccine",
        "The maker has until June to answer."
      },
      {
        "story-festival",
        "city-desk.example",
        "Lantern festival moves indoors as storm nears",
        "Tickets stay valid, the organisers said."
      },
    };
    Topic[][] themes = {
      {EPIDEMIC, HEALTH},
      {ELECTION, POLITICS},
      {SPORT},
      {WILDLIFE, InventedNews.ENVIRONMENT},
      {InventedNews.ECONOMY},
      {InventedNews.DISASTER},
      {HEALTH},
      {InventedNews.ENVIRONMENT},
    };
    for (int i = 0; i < lines.length; i++) {
      String[] line = lines[i];
      newsroom.about(line[0], themes[i]);
      newsroom.report(
          line[0],
          "m" + i,
          line[1],
          start.plusSeconds(900L * i + random.nextInt(600)),
          line[2],
          line[3]);
      for (int j = 0; j < random.nextInt(4); j++) {
        newsroom.copy(
            "m" + i,
            "m" + i + "c" + j,
            "paper" + j + ".example",
            5 + 6 * j,
            0.6 + 0.1 * j,
            line[2]);
      }
    }
  }
}
