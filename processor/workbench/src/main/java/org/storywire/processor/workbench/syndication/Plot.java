package org.storywire.processor.workbench.syndication;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** A line plot as SVG: nothing but what a measurement needs. */
final class Plot {

  private static final int WIDTH = 760;
  private static final int HEIGHT = 420;
  private static final int LEFT = 70;
  private static final int RIGHT = 190;
  private static final int EDGE = 50;
  private static final List<String> COLOURS =
      List.of(
          "#1b6ca8", "#c8553d", "#3a7d44", "#8a5a9e", "#b8860b", "#2f4858", "#d1495b", "#5f7a61",
          "#7a4f24", "#00798c", "#595959");

  private Plot() {}

  /**
   * One line of a plot.
   *
   * @param points pairs of x and y in order of x
   */
  record Series(String name, List<double[]> points) {}

  /** Writes a plot; {@code logarithmic} concerns the x axis. */
  static void write(
      Path file, String title, String x, String y, boolean logarithmic, List<Series> series) {
    double xLow = extreme(series, 0, false);
    double xHigh = extreme(series, 0, true);
    double yHigh = top(extreme(series, 1, true));
    StringBuilder svg = new StringBuilder();
    add(
        svg,
        "<svg xmlns='http://www.w3.org/2000/svg' width='%d' height='%d' font-family='sans-serif'"
            + " font-size='12'><rect width='100%%' height='100%%' fill='white'/>",
        WIDTH,
        HEIGHT);
    add(svg, "<text x='%d' y='24' font-size='15'>%s</text>", LEFT, title);
    add(svg, "<text x='%d' y='%d'>%s</text>", (LEFT + WIDTH - RIGHT) / 2, HEIGHT - 10, x);
    add(svg, "<text transform='translate(16 %d) rotate(-90)'>%s</text>", HEIGHT / 2 + 40, y);
    for (int i = 0; i <= 4; i++) {
      double value = yHigh * i / 4;
      double at = HEIGHT - EDGE - (HEIGHT - 2.0 * EDGE) * i / 4;
      add(
          svg,
          "<line x1='%d' x2='%d' y1='%.1f' y2='%.1f' stroke='#ddd'/>",
          LEFT,
          WIDTH - RIGHT,
          at,
          at);
      add(svg, "<text x='%d' y='%.1f' text-anchor='end'>%.3g</text>", LEFT - 6, at + 4, value);
    }
    for (int s = 0; s < series.size(); s++) {
      String colour = COLOURS.get(s % COLOURS.size());
      StringBuilder line = new StringBuilder();
      for (double[] point : series.get(s).points()) {
        double px = place(point[0], xLow, xHigh, logarithmic);
        double py = HEIGHT - EDGE - (HEIGHT - 2.0 * EDGE) * point[1] / yHigh;
        add(line, "%.1f,%.1f ", px, py);
        add(svg, "<circle cx='%.1f' cy='%.1f' r='3' fill='%s'/>", px, py, colour);
        if (s == 0) {
          add(
              svg,
              "<text x='%.1f' y='%d' text-anchor='middle'>%s</text>",
              px,
              HEIGHT - EDGE + 18,
              label(point[0]));
        }
      }
      add(svg, "<polyline points='%s' fill='none' stroke='%s' stroke-width='2'/>", line, colour);
      add(
          svg,
          "<text x='%d' y='%d' fill='%s'>%s</text>",
          WIDTH - RIGHT + 12,
          EDGE + 18 * s + 10,
          colour,
          series.get(s).name());
    }
    svg.append("</svg>\n");
    try {
      Files.writeString(file, svg, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("unable to write " + file, e);
    }
  }

  /** Where the y axis ends: the next of 1, 2, 4, 6, 8 times a power of ten. */
  private static double top(double highest) {
    double power = Math.pow(10, Math.floor(Math.log10(Math.max(1e-9, highest))));
    double digit = Math.ceil(highest / power);
    return power * (digit <= 1 ? 1 : digit + digit % 2);
  }

  private static void add(StringBuilder text, String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values));
  }

  private static String label(double value) {
    if (value >= 1e6) {
      return String.format(Locale.ROOT, value % 1e6 == 0 ? "%.0fM" : "%.1fM", value / 1e6);
    }
    return value >= 1e4
        ? String.format(Locale.ROOT, "%.0fk", value / 1e3)
        : String.format(Locale.ROOT, "%.0f", value);
  }

  private static double place(double x, double low, double high, boolean logarithmic) {
    double from = logarithmic ? Math.log(low) : low;
    double to = logarithmic ? Math.log(high) : high;
    double at = logarithmic ? Math.log(x) : x;
    double share = to > from ? (at - from) / (to - from) : 0.5;
    return LEFT + 10 + share * (WIDTH - LEFT - RIGHT - 20);
  }

  private static double extreme(List<Series> series, int axis, boolean high) {
    double extreme = high ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    for (Series one : series) {
      for (double[] point : one.points()) {
        extreme = high ? Math.max(extreme, point[axis]) : Math.min(extreme, point[axis]);
      }
    }
    return extreme;
  }
}
