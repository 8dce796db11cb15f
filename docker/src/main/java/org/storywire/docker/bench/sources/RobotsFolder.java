package org.storywire.docker.bench.sources;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.storywire.ingest.date.NewsDate;
import org.storywire.ingest.feed.FeedDate;
import org.storywire.ingest.robots.RobotsTxt;
import org.storywire.ingest.sitemap.SitemapNews;
import org.storywire.ingest.sitemap.SitemapReader;
import org.storywire.ingest.sitemap.SitemapResult;
import org.storywire.ingest.sitemap.SitemapUrl;

/** Verdicts and delays of robots.txt files, their Sitemap lines, and sitemaps. */
final class RobotsFolder implements SourceFolder {

  private static final URI EXAMPLE = URI.create("https://example.org/sitemap.xml");

  @Override
  public String name() {
    return "robots";
  }

  @Override
  public void predict(Path in, Path out) throws IOException {
    verdicts(in, out);
    delays(in, out);
    files(in, out);
    sitemaps(in, out);
  }

  private static void verdicts(Path in, Path out) throws IOException {
    String set = "vectors.jsonl";
    try (CaseLines lines = CaseLines.write(out.resolve(set))) {
      for (JsonNode v :
          CaseLines.read(in.resolve(set), "id", "robots", "robots_base64", "agent", "url")) {
        boolean allowed = robots(v).rules(v.get("agent").asText()).allows(v.get("url").asText());
        lines.object(CaseLines.fields("id", v.get("id").asText(), "value", allowed));
      }
    }
  }

  private static void delays(Path in, Path out) throws IOException {
    String set = "crawl-delay.jsonl";
    try (CaseLines lines = CaseLines.write(out.resolve(set))) {
      for (JsonNode v : CaseLines.read(in.resolve(set), "id", "robots", "robots_base64", "agent")) {
        Long delay =
            robots(v)
                .rules(v.get("agent").asText())
                .crawlDelay()
                .map(Duration::toMillis)
                .orElse(null);
        lines.object(CaseLines.fields("id", v.get("id").asText(), "value", delay));
      }
    }
  }

  private static RobotsTxt robots(JsonNode vector) throws IOException {
    return RobotsTxt.parse(
        vector.has("robots_base64")
            ? vector.get("robots_base64").binaryValue()
            : vector.path("robots").asText().getBytes(StandardCharsets.UTF_8));
  }

  private static void files(Path in, Path out) throws IOException {
    try (CaseLines lines = CaseLines.write(out.resolve("files.jsonl"))) {
      for (JsonNode line : CaseLines.read(in.resolve("files.jsonl"), "file")) {
        String file = line.get("file").asText();
        RobotsTxt robots = RobotsTxt.parse(Files.readAllBytes(in.resolve(file)));
        lines.object(CaseLines.fields("file", file, "sitemaps", robots.sitemaps()));
      }
    }
  }

  private static void sitemaps(Path in, Path out) throws IOException {
    String set = "sitemap-expectations.jsonl";
    try (CaseLines lines = CaseLines.write(out.resolve(set))) {
      for (JsonNode line : CaseLines.cases(in.resolve(set), in.resolve("sitemaps.jsonl"))) {
        String name = line.get("case").asText();
        byte[] bytes = Files.readAllBytes(in.resolve(line.get("file").asText()));
        SitemapResult result = SitemapReader.read(bytes, null, EXAMPLE);
        if (result instanceof SitemapResult.Pages pages) {
          write(lines, name, "urlset", pages.urls());
        } else if (result instanceof SitemapResult.Index index) {
          write(lines, name, "index", index.sitemaps());
        }
      }
    }
  }

  private static void write(CaseLines lines, String name, String kind, List<SitemapUrl> urls)
      throws IOException {
    lines.value(name, "sitemap.kind", null, Optional.of(kind));
    lines.value(name, "urls.count", null, Optional.of(urls.size()));
    for (int i = 0; i < urls.size(); i++) {
      SitemapUrl url = urls.get(i);
      lines.value(name, "url.loc", i, Optional.of(url.loc()));
      lines.value(name, "url.lastmod", i, instant(url.lastmod()));
      if (url.news().isPresent()) {
        SitemapNews news = url.news().get();
        lines.value(name, "news.title", i, Optional.of(news.title()));
        lines.value(name, "news.date", i, instant(news.published()));
        lines.value(name, "news.publication", i, Optional.of(news.publication()));
        lines.value(name, "news.language", i, Optional.of(news.language()));
        lines.values(name, "news.keywords", i, news.keywords());
      }
    }
  }

  private static Optional<?> instant(Optional<FeedDate> date) {
    return date.flatMap(FeedDate::read).map(NewsDate::instant);
  }
}
