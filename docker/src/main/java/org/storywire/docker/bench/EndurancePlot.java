package org.storywire.docker.bench;

import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** Memory, stores and changelogs over the articles of a long run, as an SVG picture. */
final class EndurancePlot {

  private static final int WIDTH = 720;
  private static final int HEIGHT = 320;
  private static final int EDGE = 60;
  private static final double MIB = 1 << 20;

  private record Curve(String name, String colour, ToLongFunction<EnduranceSample> bytes) {}

  private static final List<Curve> CURVES =
      List.of(
          new Curve("memory", "#1b6ca8", EnduranceSample::memory),
          new Curve("stores", "#c0392b", EnduranceSample::stores),
          new Curve("changelogs", "#2e8b57", EnduranceSample::changelogs));

  private EndurancePlot() {}

  static String of(List<EnduranceSample> samples) {
    long articles =
        Math.max(1, samples.stream().mapToLong(EnduranceSample::processed).max().orElse(1));
    double most =
        CURVES.stream()
            .flatMapToLong(curve -> samples.stream().mapToLong(curve.bytes()))
            .max()
            .orElse(1);
    StringBuilder svg = new StringBuilder();
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\""
                + " font-family=\"sans-serif\" font-size=\"12\">%n<rect width=\"100%%\""
                + " height=\"100%%\" fill=\"white\"/>%n",
            WIDTH,
            HEIGHT));
    text(svg, EDGE, HEIGHT - 15, "0 articles");
    text(svg, WIDTH - 2 * EDGE, HEIGHT - 15, articles + " articles");
    text(svg, 4, 20, String.format(Locale.ROOT, "%.0f MiB", most / MIB));
    for (int i = 0; i < CURVES.size(); i++) {
      Curve curve = CURVES.get(i);
      String points =
          samples.stream()
              .filter(sample -> curve.bytes().applyAsLong(sample) > 0)
              .map(
                  sample ->
                      String.format(
                          Locale.ROOT,
                          "%.1f,%.1f",
                          EDGE + (double) sample.processed() / articles * (WIDTH - 2 * EDGE),
                          HEIGHT - 35 - curve.bytes().applyAsLong(sample) / most * (HEIGHT - 65)))
              .collect(Collectors.joining(" "));
      svg.append(
          String.format(
              "<polyline fill=\"none\" stroke=\"%s\" points=\"%s\"/>%n", curve.colour(), points));
      svg.append(String.format("<g fill=\"%s\">", curve.colour()));
      text(svg, EDGE + 110 * (i + 1), 20, curve.name());
      svg.append(String.format("</g>%n"));
    }
    return svg.append("</svg>\n").toString();
  }

  private static void text(StringBuilder svg, int x, int y, String text) {
    svg.append(String.format("<text x=\"%d\" y=\"%d\">%s</text>%n", x, y, text));
  }
}
