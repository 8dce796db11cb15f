package org.storywire.processor.workbench;

import java.util.List;
import org.storywire.processor.app.Laboratory;
import org.storywire.processor.workbench.story.AlertsCommand;
import org.storywire.processor.workbench.story.EvaluateStories;
import org.storywire.processor.workbench.story.MeasureStories;
import org.storywire.processor.workbench.story.ReceiptOrder;
import org.storywire.processor.workbench.story.TrainStories;
import org.storywire.processor.workbench.syndication.ConfidenceCommand;
import org.storywire.processor.workbench.syndication.CostCommand;
import org.storywire.processor.workbench.syndication.GrowthCommand;
import org.storywire.processor.workbench.syndication.LadderCommand;
import org.storywire.processor.workbench.syndication.PairsCommand;
import org.storywire.processor.workbench.syndication.PeersCommand;
import org.storywire.processor.workbench.topics.BenchmarkTopics;
import org.storywire.processor.workbench.topics.BuildCommonWords;
import org.storywire.processor.workbench.topics.BuildLexicon;
import org.storywire.processor.workbench.topics.BuildTaxonomy;
import org.storywire.processor.workbench.topics.EvaluateTopics;
import org.storywire.processor.workbench.topics.ReadTags;
import org.storywire.processor.workbench.topics.TrainTopics;
import org.storywire.processor.workbench.topics.UnseenTopics;

/** All commands that train and measure. */
public final class Workbench implements Laboratory {

  @Override
  public List<Group> groups() {
    return List.of(
        new Group(
            "copies",
            "Measure the recognition of copies.",
            List.of(
                new PairsCommand(),
                new LadderCommand(),
                new ConfidenceCommand(),
                new PeersCommand(),
                new CostCommand(),
                new GrowthCommand())),
        new Group(
            "stories",
            "Train and measure the assignment of stories.",
            List.of(
                new TrainStories(),
                new EvaluateStories(),
                new MeasureStories(),
                new AlertsCommand(),
                new ReceiptOrder())),
        new Group(
            "topics",
            "Train and measure the tagger.",
            List.of(
                new TrainTopics(),
                new EvaluateTopics(),
                new UnseenTopics(),
                new ReadTags(),
                new BenchmarkTopics(),
                new BuildTaxonomy(),
                new BuildLexicon(),
                new BuildCommonWords())),
        new Group(
            "bench",
            "Measure the pipeline and its stages.",
            List.of(new StageBench(), new CleanBench())));
  }
}
