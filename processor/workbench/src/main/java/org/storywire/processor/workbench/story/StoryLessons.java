package org.storywire.processor.workbench.story;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The labelled streams that a model learns from: texts with dates in full, those that look alike on
 * purpose or have no dates by a fraction, and copies cut to their headline or opening, which teach
 * what short texts are like. The clusters of the headlines are large and few, so that a word shared
 * is nearly proof there: they teach about stories only, not about pairs.
 *
 * @param incidents local incidents in full texts
 * @param ecbPlus look-alike events without dates
 * @param allSides openings of reports on national affairs
 * @param undated the same, shorter and without dates
 * @param headlines headlines alone
 */
record StoryLessons(
    Stream incidents, Stream ecbPlus, Stream allSides, Stream undated, Stream headlines) {

  static StoryLessons of(Path data) {
    return new StoryLessons(
        Stream.incidents(data),
        Stream.ecbPlus(data),
        Stream.allSides(data),
        Stream.undated(data),
        Stream.headlines(data));
  }

  StoryLessons withIncidents(Stream next) {
    return new StoryLessons(next, ecbPlus, allSides, undated, headlines);
  }

  StoryLessons withEcbPlus(Stream next) {
    return new StoryLessons(incidents, next, allSides, undated, headlines);
  }

  StoryLessons withAllSides(Stream next) {
    return new StoryLessons(incidents, ecbPlus, next, undated, headlines);
  }

  StoryLessons withHeadlines(Stream next) {
    return new StoryLessons(incidents, ecbPlus, allSides, undated, next);
  }

  /** Streams whose pairs teach how alike two reports are. */
  List<Stream> longPairs() {
    return present(incidents.weighing(1), ecbPlus.weighing(0.15));
  }

  /** Streams whose pairs teach what is otherwise with short texts. */
  List<Stream> shortPairs() {
    Stream spread = allSides.spread();
    return present(
        incidents.leadsOnly().weighing(0.05),
        spread.weighing(0.2),
        spread.headlinesOnly().weighing(0.05),
        undated.sample(4).weighing(0.05),
        undated.sample(3).headlinesOnly().weighing(0.1));
  }

  /** Streams of reports, which choose the threshold. */
  List<Stream> texts() {
    return present(incidents, ecbPlus);
  }

  /** Streams that choose how readily openings of a hundred words are taken for one event. */
  List<Stream> openings() {
    return present(allSides, undated.sample(3));
  }

  /** Streams that teach which story a short article belongs to. */
  List<Stream> shortTexts() {
    return present(
        headlines.spread(),
        allSides.spread().headlinesOnly(),
        undated.sample(3).headlinesOnly(),
        incidents.headlinesOnly(),
        ecbPlus.headlinesOnly().weighing(0.3));
  }

  /** Streams that choose how readily a short article joins. */
  List<Stream> tuning() {
    return present(headlines, allSides.headlinesOnly(), undated.sample(3).headlinesOnly());
  }

  private static List<Stream> present(Stream... streams) {
    List<Stream> present = new ArrayList<>();
    for (Stream stream : streams) {
      if (!stream.arrivals().isEmpty()) {
        present.add(stream);
      }
    }
    return present;
  }
}
