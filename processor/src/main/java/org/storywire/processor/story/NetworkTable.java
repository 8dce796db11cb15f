package org.storywire.processor.story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * The text format of a {@link Network}: a line for each number with its mean, scale and linear
 * weight and its weight in every unit, then two lines for the constants and for what the units'
 * answers weigh.
 */
final class NetworkTable {

  private static final String BIAS = "bias";
  private static final String OUTPUT = "output";

  private NetworkTable() {}

  static String format(List<String> names, Network network) {
    List<Network.Unit> units = network.units();
    StringBuilder table = new StringBuilder();
    for (int i = 0; i < names.size(); i++) {
      int number = i;
      double[] own = {network.mean()[i], network.scale()[i], network.linear()[i]};
      line(
          table, names.get(i), own, units.stream().mapToDouble(u -> u.weights()[number]).toArray());
    }
    double[] bias = {0, 0, network.bias()};
    line(table, BIAS, bias, units.stream().mapToDouble(Network.Unit::bias).toArray());
    line(table, OUTPUT, new double[3], units.stream().mapToDouble(Network.Unit::output).toArray());
    return table.toString();
  }

  private static void line(StringBuilder table, String name, double[] own, double[] units) {
    table.append(name);
    for (double value : own) {
      table.append(String.format(Locale.ROOT, "\t%.5f", value));
    }
    for (double value : units) {
      table.append(String.format(Locale.ROOT, "\t%.4f", value));
    }
    table.append('\n');
  }

  /**
   * Reads the format.
   *
   * @param line cells after the name, separated by tabs, by name
   */
  static Network parse(List<String> names, UnaryOperator<String> line) {
    double[][] rows = new double[names.size()][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = cells(line.apply(names.get(i)));
    }
    double[] bias = cells(line.apply(BIAS));
    double[] output = cells(line.apply(OUTPUT));
    List<Network.Unit> units = new ArrayList<>();
    for (int u = 3; u < bias.length; u++) {
      units.add(new Network.Unit(column(rows, u), bias[u], output[u]));
    }
    return new Network(column(rows, 0), column(rows, 1), column(rows, 2), bias[2], units);
  }

  private static double[] cells(String line) {
    return Arrays.stream(line.split("\t")).mapToDouble(Double::parseDouble).toArray();
  }

  private static double[] column(double[][] rows, int column) {
    return Arrays.stream(rows).mapToDouble(row -> row[column]).toArray();
  }
}
