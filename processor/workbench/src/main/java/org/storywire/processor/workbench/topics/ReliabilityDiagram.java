package org.storywire.processor.workbench.topics;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;

/** Draws scores against accuracy; the diagonal is where scores mean what they say. */
final class ReliabilityDiagram {

  private static final int SIDE = 480;
  private static final int MARGIN = 60;

  private ReliabilityDiagram() {}

  /** Writes a PNG. */
  static void write(Calibration calibration, Path file) {
    BufferedImage image =
        new BufferedImage(SIDE + 2 * MARGIN, SIDE + 2 * MARGIN, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, image.getWidth(), image.getHeight());
    bars(calibration, pen);
    pen.setColor(Color.DARK_GRAY);
    pen.drawRect(MARGIN, MARGIN, SIDE, SIDE);
    pen.setStroke(
        new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL, 0, new float[] {4}, 0));
    pen.drawLine(MARGIN, MARGIN + SIDE, MARGIN + SIDE, MARGIN);
    pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
    pen.drawString(
        String.format(
            Locale.ROOT, "part that is right; calibration error %.3f", calibration.error()),
        MARGIN,
        MARGIN - 20);
    pen.drawString("score of the best top-level topic", MARGIN, MARGIN + SIDE + 40);
    for (int tick = 0; tick <= 10; tick += 2) {
      String label = String.format(Locale.ROOT, "%.1f", tick / 10.0);
      pen.drawString(label, MARGIN + tick * SIDE / 10 - 10, MARGIN + SIDE + 18);
      pen.drawString(label, MARGIN - 30, MARGIN + SIDE - tick * SIDE / 10 + 5);
    }
    pen.dispose();
    try {
      ImageIO.write(image, "png", file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException("unable to write " + file, e);
    }
  }

  private static void bars(Calibration calibration, Graphics2D pen) {
    int width = SIDE / Calibration.BINS;
    for (int bin = 0; bin < Calibration.BINS; bin++) {
      if (calibration.count(bin) == 0) {
        continue;
      }
      int height = (int) Math.round(calibration.accuracy(bin) * SIDE);
      pen.setColor(new Color(0x4a7ab5));
      pen.fillRect(MARGIN + bin * width + 2, MARGIN + SIDE - height, width - 4, height);
      pen.setColor(Color.BLACK);
      pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 11));
      pen.drawString(
          String.valueOf(calibration.count(bin)),
          MARGIN + bin * width + 6,
          MARGIN + SIDE - Math.min(height, SIDE - 12) - 3);
    }
  }
}
