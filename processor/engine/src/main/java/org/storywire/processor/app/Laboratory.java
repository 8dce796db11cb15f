package org.storywire.processor.app;

import java.util.List;

/**
 * Commands that train and measure, found by {@link java.util.ServiceLoader}: a production image
 * runs without them and without the libraries that only they need.
 */
public interface Laboratory {

  /** The commands by the command under which they stand. */
  List<Group> groups();

  /**
   * Subcommands of one command.
   *
   * @param name name of that command; it may have other subcommands
   * @param description what it is for, if it has no others
   * @param commands what picocli takes for commands
   */
  record Group(String name, String description, List<Object> commands) {

    /** Copies the commands. */
    public Group {
      commands = List.copyOf(commands);
    }
  }
}
