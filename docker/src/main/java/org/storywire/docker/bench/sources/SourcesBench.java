package org.storywire.docker.bench.sources;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What ingest reads from folders of sources, written down to be compared with expectations. */
@Command(
    name = "sources",
    description =
        "Write what is read from folders of feeds, pages, robots.txt files and archives, one JSON"
            + " line a value.")
public final class SourcesBench implements Callable<Integer> {

  private static final List<SourceFolder> FOLDERS =
      List.of(
          new FeedsFolder(),
          new RobotsFolder(),
          new AgencyFolder(),
          new WarcFolder(),
          new HtmlFolder());

  @Spec private CommandSpec spec;

  @Option(
      names = "--in",
      required = true,
      paramLabel = "DIR",
      description = "Holds the folders feeds, robots, agency, warc, html, or some of them.")
  private Path in;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Gets a folder of the same name for each, with predictions.")
  private Path out;

  @Override
  public Integer call() throws IOException {
    for (SourceFolder folder : FOLDERS) {
      Path inputs = in.resolve(folder.name());
      if (Files.isDirectory(inputs)) {
        long begin = System.nanoTime();
        folder.predict(inputs, Files.createDirectories(out.resolve(folder.name())));
        spec.commandLine()
            .getOut()
            .printf("%-8s %6.1f s%n", folder.name(), (System.nanoTime() - begin) / 1e9);
      }
    }
    return 0;
  }
}
