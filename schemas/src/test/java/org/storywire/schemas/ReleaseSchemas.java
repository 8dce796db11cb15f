package org.storywire.schemas;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaFormatter;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/**
 * Writes the schemas of today into the history, each with a sample as bytes and as JSON. See the
 * module's README for when and how.
 */
final class ReleaseSchemas {

  private ReleaseSchemas() {}

  /**
   * Releases every record whose schema is not that of its newest version.
   *
   * @param args directory of the history; {@code next} to add a version or {@code replace} to write
   *     the newest one again, which only makes sense before anyone has data of it
   */
  public static void main(String[] args) throws IOException {
    boolean replace = "replace".equals(args[1]);
    if (!replace && !"next".equals(args[1])) {
      throw new IllegalArgumentException(
          "illegal release: " + args[1] + ", must be next or replace");
    }
    for (SpecificRecord sample : Samples.all()) {
      release(Path.of(args[0]), sample, replace);
    }
  }

  private static void release(Path history, SpecificRecord sample, boolean replace)
      throws IOException {
    String record = sample.getSchema().getName();
    int newest = ReleasedFiles.newestVersion(history, record);
    Schema schema = plain(sample.getSchema());
    if (!replace && newest > 0 && schema.equals(ReleasedFiles.schema(history, record, newest))) {
      System.out.println(record + " " + newest + " is unchanged");
      return;
    }
    int version = replace ? Math.max(newest, 1) : newest + 1;
    String base = record + "-" + version;
    Files.writeString(
        history.resolve(base + ".avsc"), SchemaFormatter.format("json/pretty", schema) + "\n");
    Files.write(history.resolve(base + ".bin"), encoded(sample));
    Files.writeString(history.resolve(base + ".json"), json(sample) + "\n");
    System.out.println(record + " " + version + " is written");
  }

  /** The schema without what only concerns the generated Java classes. */
  static Schema plain(Schema schema) {
    String json = schema.toString();
    return new Schema.Parser()
        .parse(
            json.replace("{\"type\":\"string\",\"avro.java.string\":\"String\"}", "\"string\"")
                .replace(",\"avro.java.string\":\"String\"", ""));
  }

  @SuppressWarnings("unchecked")
  private static <T extends SpecificRecord> byte[] encoded(T sample) {
    return NewsSerdes.of((Class<T>) sample.getClass()).serializer().serialize("history", sample);
  }

  private static String json(SpecificRecord sample) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    var encoder = EncoderFactory.get().jsonEncoder(sample.getSchema(), out, true);
    new GenericDatumWriter<>(sample.getSchema(), SpecificData.getForClass(sample.getClass()))
        .write(sample, encoder);
    encoder.flush();
    return out.toString(StandardCharsets.UTF_8);
  }

  /** Names of the released records in the order in which data flows. */
  static List<String> records() {
    return Samples.all().stream().map(sample -> sample.getSchema().getName()).toList();
  }
}
