package org.storywire.docker.explain;

import java.nio.file.Path;
import org.storywire.processor.app.SettingsOptions;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which articles a command asks: those of a replay, or of a cluster. */
final class ArticlesOption {

  @Option(
      names = "--from",
      paramLabel = "DIR",
      description = "Directory of a replay; without it the cluster is asked.")
  private Path directory;

  @Mixin private SettingsOptions settings;

  /** The articles; of a cluster once it answers. */
  Articles open() {
    return directory == null
        ? new ClusterArticles(settings.load().cluster().reached())
        : new ReplayedArticles(directory);
  }
}
