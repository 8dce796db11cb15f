package org.storywire.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;
import org.storywire.processor.app.Setting;
import org.storywire.processor.app.Settings;
import org.storywire.processor.app.TopicSetup;
import org.storywire.schemas.TopicDefinition;

/** The manifests for Kubernetes agree with what the program defines. */
class StrimziTest {

  private static final Path DIRECTORY = Path.of("kubernetes");

  @Test
  void shouldBeAsCheckedInWhenMadeFromTopicsAndRights() throws Exception {
    // Given
    Settings settings = Settings.of(Map.of("topics.replication", "3"));

    // When
    StringBuilder made =
        new StringBuilder(
            """
            # Topics and users for Strimzi 0.49 or later, cluster "news", three brokers. Made from the program's own
            # definitions: a test compares this file with target/strimzi.yaml, which it makes anew.
            """);
    TopicSetup.definitions(settings).forEach(topic -> made.append(topic(topic)));
    rightsByUser().forEach((user, rights) -> made.append(user(user, rights)));
    Files.createDirectories(Path.of("target"));
    Files.writeString(Path.of("target/strimzi.yaml"), made); // to look at, and to copy

    // Then
    assertThat(made.toString()).isEqualTo(Files.readString(DIRECTORY.resolve("strimzi.yaml")));
  }

  @Test
  void shouldAskForPathsAndSettingsThatExist() throws Exception {
    // Given
    String manifests = Files.readString(DIRECTORY.resolve("storywire.yaml"));

    // When
    List<String> settings =
        Pattern.compile("(?m)^    ([a-z.-]+)=")
            .matcher(manifests)
            .results()
            .map(match -> match.group(1))
            .toList();
    List<String> probes =
        Pattern.compile("path: (/\\S+?),")
            .matcher(manifests)
            .results()
            .map(match -> match.group(1))
            .distinct()
            .toList();

    // Then
    assertThat(settings)
        .hasSizeGreaterThan(5)
        .allMatch(
            key ->
                key.startsWith("kafka.")
                    || key.startsWith("fetch.")
                    || Arrays.stream(Setting.values()).anyMatch(known -> known.key().equals(key)));
    assertThat(probes).containsExactlyInAnyOrder("/live", "/ready", "/api/health");
    assertThat(usersNamedIn(manifests)).isSubsetOf(rightsByUser().keySet()).hasSize(3);
  }

  private static List<String> usersNamedIn(String manifests) {
    return Pattern.compile("secretKeyRef: \\{name: ([a-z]+)")
        .matcher(manifests)
        .results()
        .map((MatchResult match) -> match.group(1))
        .distinct()
        .toList();
  }

  private static Map<String, List<AclBinding>> rightsByUser() {
    return Rights.ofUsers().stream()
        .collect(
            Collectors.groupingBy(
                right -> right.entry().principal().substring("User:".length()),
                LinkedHashMap::new,
                Collectors.toList()));
  }

  private static String topic(TopicDefinition topic) {
    StringBuilder yaml = new StringBuilder(head("KafkaTopic", topic.name()));
    yaml.append("  partitions: ").append(topic.partitions()).append('\n');
    yaml.append("  replicas: ").append(topic.replication()).append('\n');
    yaml.append("  config:\n");
    new TreeMap<>(topic.configs())
        .forEach(
            (key, value) ->
                yaml.append("    ").append(key).append(": \"").append(value).append("\"\n"));
    return yaml.toString();
  }

  private static String user(String user, List<AclBinding> rights) {
    StringBuilder yaml = new StringBuilder(head("KafkaUser", user));
    yaml.append("  authentication:\n    type: scram-sha-512\n");
    yaml.append("  authorization:\n    type: simple\n    acls:\n");
    Map<ResourcePattern, List<AclBinding>> byResource =
        rights.stream()
            .collect(
                Collectors.groupingBy(
                    AclBinding::pattern, LinkedHashMap::new, Collectors.toList()));
    byResource.forEach(
        (resource, acls) -> {
          yaml.append("      - resource: {type: ").append(type(resource.resourceType()));
          yaml.append(", name: ").append(resource.name()).append(", patternType: ");
          yaml.append(resource.patternType() == PatternType.PREFIXED ? "prefix" : "literal");
          yaml.append("}\n        operations: [");
          yaml.append(
              acls.stream()
                  .map(acl -> words(acl.entry().operation().name()))
                  .collect(Collectors.joining(", ")));
          yaml.append("]\n");
        });
    return yaml.toString();
  }

  private static String head(String kind, String name) {
    return """
    ---
    apiVersion: kafka.strimzi.io/v1
    kind: %s
    metadata:
      name: %s
      labels: {strimzi.io/cluster: news}
    spec:
    """
        .formatted(kind, name);
  }

  private static String type(ResourceType type) {
    return type == ResourceType.TRANSACTIONAL_ID
        ? "transactionalId"
        : type.name().toLowerCase(Locale.ROOT);
  }

  /** {@code DESCRIBE_CONFIGS} is DescribeConfigs. */
  private static String words(String name) {
    return Arrays.stream(name.split("_"))
        .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
        .collect(Collectors.joining());
  }
}
