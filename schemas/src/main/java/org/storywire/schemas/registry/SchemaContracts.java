package org.storywire.schemas.registry;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.storywire.schemas.Compatibility;
import org.storywire.schemas.TopicRecords;

/** Holds today's schemas to what was released and to what a registry has. */
public final class SchemaContracts {

  private SchemaContracts() {}

  /**
   * Problems between today's schemas and the released ones; needs no registry.
   *
   * @return a line a problem, each naming the topic
   */
  public static List<String> checkHistory() {
    List<String> problems = new ArrayList<>();
    for (String topic : TopicRecords.topics()) {
      Schema today = TopicRecords.schema(topic).orElseThrow();
      List<Schema> released = TopicRecords.released(topic);
      if (released.stream().noneMatch(version -> same(version, today))) {
        problems.add(topic + ": this " + today.getName() + " was never released");
      }
      Compatibility.problems(today, released)
          .forEach(problem -> problems.add(topic + ": " + problem));
    }
    return List.copyOf(problems);
  }

  /**
   * Problems between today's schemas and those of a registry.
   *
   * @return a line a problem, each naming the subject
   * @throws RegistryException if the registry does not answer as it must
   */
  public static List<String> checkRegistry(RegistryClient registry) {
    List<String> problems = new ArrayList<>();
    for (String topic : TopicRecords.topics()) {
      String subject = RegistryFormat.subject(topic);
      Schema today = TopicRecords.schema(topic).orElseThrow();
      List<Schema> versions =
          registry.versions(subject).stream().map(RegistryClient.Version::schema).toList();
      if (versions.stream().noneMatch(version -> same(version, today))) {
        problems.add(subject + ": this " + today.getName() + " is not registered");
      }
      Compatibility.problems(today, versions)
          .forEach(problem -> problems.add(subject + ": " + problem));
    }
    return List.copyOf(problems);
  }

  /**
   * Registers every released schema that the registry lacks, oldest first, and makes it hold each
   * subject to FULL_TRANSITIVE.
   *
   * @return a line a schema
   * @throws RegistryException if the registry refuses one or does not answer as it must
   */
  public static List<String> register(RegistryClient registry) {
    List<String> lines = new ArrayList<>();
    for (String topic : TopicRecords.topics()) {
      String subject = RegistryFormat.subject(topic);
      List<Schema> released = TopicRecords.released(topic);
      for (int i = 0; i < released.size(); i++) {
        Schema schema = released.get(i);
        int id = registry.register(subject, schema);
        if (i == 0) {
          registry.requireFullTransitive(subject);
        }
        lines.add(subject + ": " + schema.getName() + " " + (i + 1) + " has id " + id);
      }
    }
    return List.copyOf(lines);
  }

  private static boolean same(Schema a, Schema b) {
    return SchemaNormalization.parsingFingerprint64(a)
        == SchemaNormalization.parsingFingerprint64(b);
  }
}
