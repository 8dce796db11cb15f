package org.storywire.ingest.agency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;

/** Reads what an agency sent. Formats are told apart by content. */
public final class AgencyReader {

  /** Says in one sentence why a file holds no item. */
  public static final class NoAgencyItem extends Exception {
    private static final long serialVersionUID = 1L;

    NoAgencyItem(String reason) {
      super(reason);
    }
  }

  private static final ObjectReader JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .readerFor(JsonNode.class);

  private AgencyReader() {}

  /**
   * Whether a JSON file holds ninjs, and not one JSON object of another kind a line.
   *
   * @param head the file's beginning, or all of it
   */
  public static boolean looksLikeNinjs(byte[] head) {
    String text = new String(head, StandardCharsets.UTF_8).strip();
    int end = text.indexOf('\n');
    String first = end < 0 ? text : text.substring(0, end);
    try {
      JsonNode line = JSON.readValue(first);
      return line.isArray() ? text.contains("\"uri\"") : Ninjs.looksLike(line);
    } catch (JsonProcessingException e) {
      return text.contains("\"uri\"");
    }
  }

  /**
   * The items of a ninjs file: an object, or an array of objects.
   *
   * @throws NoAgencyItem if it is not JSON, or none of its objects is an item
   */
  public static List<AgencyItem> readJson(byte[] json) throws NoAgencyItem {
    JsonNode node;
    try {
      node = JSON.readValue(json);
    } catch (JsonProcessingException e) {
      throw new NoAgencyItem("is not JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new NoAgencyItem("is not JSON: " + e.getMessage());
    }
    List<AgencyItem> items = new ArrayList<>();
    for (JsonNode object : node.isArray() ? node : List.of(node)) {
      if (object.isObject() && object.has("uri")) {
        items.add(Ninjs.read(object));
      }
    }
    if (items.isEmpty()) {
      throw new NoAgencyItem("holds no ninjs item, expected an object with a uri");
    }
    return items;
  }

  /**
   * The items of a NewsML-G2 item or message, or of a NITF file. A message may hold none.
   *
   * @throws NoAgencyItem if it is another kind of XML, or none, or its end is missing
   */
  public static List<AgencyItem> readXml(byte[] xml) throws NoAgencyItem {
    Element root = Xml.root(xml).orElseThrow(() -> new NoAgencyItem("is not XML"));
    String name = Xml.name(root);
    if (!name.equals("nitf") && !name.equals("newsMessage") && !NewsMl.isItem(name)) {
      throw new NoAgencyItem(
          "has a root element " + name + ", expected nitf, newsMessage or an item of NewsML-G2");
    }
    if (!Xml.isComplete(xml, root)) {
      throw new NoAgencyItem("ends before its root element " + name + " does");
    }
    return name.equals("nitf") ? List.of(Nitf.read(root)) : NewsMl.read(root);
  }
}
