package org.storywire.ingest.sources;

import java.io.PrintWriter;
import java.util.Collection;

/** Sources as OPML 2.0, the form in which readers of feeds exchange their lists. */
final class OpmlWriter {

  private OpmlWriter() {}

  static void write(Collection<KnownSource> sources, PrintWriter out) {
    out.println("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    out.println("<opml version=\"2.0\">");
    out.println("  <head><title>storywire sources</title></head>");
    out.println("  <body>");
    for (KnownSource source : sources) {
      source.settings().ifPresent(settings -> out.println(outline(settings, source)));
    }
    out.println("  </body>");
    out.println("</opml>");
  }

  private static String outline(SourceSettings settings, KnownSource source) {
    String name =
        settings
            .name()
            .or(() -> source.state().map(state -> state.health().title()))
            .filter(text -> !text.isEmpty())
            .orElse(settings.address());
    return "    <outline type=\"rss\" text=\""
        + escaped(name)
        + "\" xmlUrl=\""
        + escaped(settings.address())
        + "\"/>";
  }

  private static String escaped(String text) {
    return text.replaceAll("\\p{Cntrl}", " ")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
