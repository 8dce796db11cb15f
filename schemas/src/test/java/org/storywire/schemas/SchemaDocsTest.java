package org.storywire.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

/** The contract is told by the schemas themselves, to readers of any language. */
class SchemaDocsTest {

  private final Map<String, Schema> named = new LinkedHashMap<>();

  SchemaDocsTest() {
    for (SpecificRecord sample : Samples.all()) {
      collect(sample.getSchema());
    }
  }

  @Test
  void shouldFindNestedTypesWhenSchemasAreWalked() {
    assertThat(named.keySet())
        .contains("RawArticle", "Credit", "CopyEvidence", "NewItem", "ScorePart", "StoryState");
  }

  @Test
  void shouldHaveDocWhenTypeIsNamed() {
    for (Schema schema : named.values()) {
      assertThat(schema.getDoc()).as(schema.getName()).isNotBlank();
    }
  }

  @Test
  void shouldSayWhatAndByWhomWhenFieldIsDocumented() {
    for (Schema.Field field : fields()) {
      assertThat(field.doc()).as(field.name()).isNotBlank().contains("Filled by");
    }
  }

  @Test
  void shouldHaveDefaultWhenTypeIsEnum() {
    for (Schema schema : named.values()) {
      if (schema.getType() == Schema.Type.ENUM) {
        assertThat(schema.getEnumDefault()).as(schema.getName()).isNotNull();
      }
    }
  }

  @Test
  void shouldBeTimestampMillisWhenFieldIsAnInstant() {
    for (Schema.Field field : fields()) {
      boolean named = field.name().equals("at") || field.name().endsWith("At");
      boolean instant = (named && isLong(field.schema())) || field.doc().contains("since epoch");
      assertThat(isTimestampMillis(field.schema())).as(field.name()).isEqualTo(instant);
    }
  }

  private List<Schema.Field> fields() {
    return named.values().stream()
        .filter(schema -> schema.getType() == Schema.Type.RECORD)
        .flatMap(schema -> schema.getFields().stream())
        .toList();
  }

  private static boolean isLong(Schema schema) {
    return branches(schema).stream().anyMatch(branch -> branch.getType() == Schema.Type.LONG);
  }

  private static boolean isTimestampMillis(Schema schema) {
    return branches(schema).stream()
        .anyMatch(branch -> branch.getLogicalType() instanceof LogicalTypes.TimestampMillis);
  }

  private static List<Schema> branches(Schema schema) {
    return schema.isUnion() ? schema.getTypes() : List.of(schema);
  }

  private void collect(Schema schema) {
    List<Schema> inside = new ArrayList<>();
    switch (schema.getType()) {
      case RECORD -> {
        if (named.put(schema.getName(), schema) == null) {
          schema.getFields().forEach(field -> inside.add(field.schema()));
        }
      }
      case ENUM -> named.put(schema.getName(), schema);
      case ARRAY -> inside.add(schema.getElementType());
      case MAP -> inside.add(schema.getValueType());
      case UNION -> inside.addAll(schema.getTypes());
      default -> {}
    }
    inside.forEach(this::collect);
  }
}
