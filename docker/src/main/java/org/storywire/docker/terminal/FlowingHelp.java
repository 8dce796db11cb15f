package org.storywire.docker.terminal;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Help whose paragraphs are wrapped once, at the width of the terminal, not where the code is. */
public final class FlowingHelp extends Help {

  private FlowingHelp(CommandSpec spec, ColorScheme colours) {
    super(spec, colours);
  }

  /** Gives a command and all below it such help. */
  public static void install(CommandLine line) {
    line.setHelpFactory(FlowingHelp::new);
  }

  @Override
  public String description(Object... parameters) {
    return flowing(commandSpec().usageMessage().description(), parameters);
  }

  @Override
  public String footer(Object... parameters) {
    return flowing(commandSpec().usageMessage().footer(), parameters);
  }

  private String flowing(String[] lines, Object... parameters) {
    var usage = commandSpec().usageMessage();
    return join(
            ansi(),
            usage.width(),
            usage.adjustLineBreaksForWideCJKCharacters(),
            joined(lines),
            new StringBuilder(),
            parameters)
        .toString();
  }

  @Override
  public IOptionRenderer createDefaultOptionRenderer() {
    IOptionRenderer usual = super.createDefaultOptionRenderer();
    return (option, labels, colours) ->
        usual.render(
            // A copy does not know its command, whose names for help it would need.
            option.description().length < 2
                ? option
                : OptionSpec.builder(option).description(joined(option.description())).build(),
            labels,
            colours);
  }

  @Override
  public IParameterRenderer createDefaultParameterRenderer() {
    IParameterRenderer usual = super.createDefaultParameterRenderer();
    return (parameter, labels, colours) ->
        usual.render(
            PositionalParamSpec.builder(parameter)
                .description(joined(parameter.description()))
                .build(),
            labels,
            colours);
  }

  /** Lines of a paragraph as one. An empty line ends a paragraph, an indented one stands alone. */
  static String[] joined(String... lines) {
    List<String> paragraphs = new ArrayList<>();
    boolean open = false;
    for (String line : lines) {
      boolean text = !line.isBlank() && !line.startsWith(" ");
      if (open && text) {
        int last = paragraphs.size() - 1;
        paragraphs.set(last, paragraphs.get(last) + " " + line);
      } else {
        paragraphs.add(line);
      }
      open = text;
    }
    return paragraphs.toArray(String[]::new);
  }
}
