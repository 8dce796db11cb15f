package org.storywire.ingest;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.storywire.ingest.agency.AgencyItem;
import org.storywire.ingest.agency.AgencyReader;

/** An agency's file, JSON or XML, as one delivery an item. */
final class AgencyFileReader extends WholeFile {

  private final InputFile file;
  private final boolean json;
  private final Clock clock;

  AgencyFileReader(InputFile file, boolean json, Clock clock) {
    super(file);
    this.file = file;
    this.json = json;
    this.clock = clock;
  }

  @Override
  List<Delivery> deliveries(byte[] bytes) {
    List<AgencyItem> items;
    try {
      items = json ? AgencyReader.readJson(bytes) : AgencyReader.readXml(bytes);
    } catch (AgencyReader.NoAgencyItem e) {
      return List.of(bad("file " + e.getMessage(), bytes));
    }
    if (items.isEmpty()) {
      return List.of(bad("message holds no item", bytes));
    }
    List<Delivery> deliveries = new ArrayList<>();
    for (AgencyItem item : items) {
      deliveries.add(delivery(item, bytes));
    }
    return deliveries;
  }

  private Delivery delivery(AgencyItem item, byte[] bytes) {
    Optional<GivenArticle> article = AgencyArticle.of(item);
    return article.isPresent()
        ? article.get().toDelivery(file.name(), clock)
        : bad(
            "item "
                + item.get("guid").orElse("without id")
                + " of kind "
                + item.get("kind").orElse("unknown")
                + " holds no text",
            bytes);
  }
}
