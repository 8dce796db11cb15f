package org.storywire.processor.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** A column as feed readers see it. */
class FeedsTest {

  private TestMonitor monitor;

  @BeforeEach
  void start() {
    monitor = new TestMonitor();
    new InventedNews(monitor).tell(Samples.NOON);
  }

  @AfterEach
  void stop() {
    monitor.close();
  }

  private Document atom(String query) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    String body = Http.get(monitor.address() + "/api/feed.atom?" + query).body();
    return factory
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<String> texts(Document document, String name) {
    NodeList nodes = document.getElementsByTagNameNS("http://www.w3.org/2005/Atom", name);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      texts.add(nodes.item(i).getTextContent());
    }
    return texts;
  }

  @Test
  void shouldHoldStoriesOfColumnWhenAtomIsRead() throws Exception {
    // When
    Document feed = atom("q=calder+OR+rate");

    // Then
    assertThat(texts(feed, "title"))
        .contains(
            "River Calder breaks its banks at Mill Street",
            "Central bank holds rate at 3.25 percent, signals a cut in May");
    List<String> updated = texts(feed, "updated").subList(1, texts(feed, "updated").size());
    assertThat(updated.stream().map(Instant::parse).toList())
        .isSortedAccordingTo(java.util.Comparator.reverseOrder());
    assertThat(texts(feed, "id")).contains("urn:storywire:story:story-flood");
    Element link = (Element) feed.getElementsByTagName("link").item(1);
    assertThat(link.getAttribute("href")).startsWith(monitor.address() + "/story/");
  }

  @Test
  void shouldHoldStoriesOfColumnWhenJsonFeedIsRead() {
    // When
    JsonNode feed = Http.ask(monitor.address() + "/api/feed.json?topic=medtop%3A20000151");

    // Then
    assertThat(feed.get("version").asText()).isEqualTo("https://jsonfeed.org/version/1.1");
    assertThat(feed.get("items")).hasSize(1);
    JsonNode item = feed.get("items").get(0);
    assertThat(item.get("url").asText()).isEqualTo(monitor.address() + "/story/story-flood");
    assertThat(item.get("content_text").asText()).contains("6 copies");
    assertThat(item.get("tags").get(0).asText()).isEqualTo("flood");
  }

  @Test
  void shouldStayWellFormedWhenHeadlineIsHostile() throws Exception {
    // Given
    String hostile = "]]><script>x</script> \u0000\uFFFE\uD800 & \"quoted\"";
    monitor.take(Samples.update("evil", 1).setHeadline(hostile).build());

    // When
    Document feed = atom("q=script");

    // Then
    assertThat(texts(feed, "title").get(1)).startsWith("]]><script>x</script>").contains("& ");
    assertThat(feed.getElementsByTagName("script").getLength()).isZero();
  }
}
