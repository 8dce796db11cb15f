package org.storywire.docker;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code storywire completion}: what a shell needs to complete commands and options. */
@Command(
    name = "completion",
    description = "Print a script for bash or zsh that completes commands and options.",
    footer = {"", "In bash: source <(storywire completion)"})
final class CompletionCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().getOut().println(AutoComplete.bash("storywire", Storywire.commandLine()));
    return 0;
  }
}
