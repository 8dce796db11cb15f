package org.storywire.schemas;

/**
 * One way in which a topic is not as defined.
 *
 * @param topic name of the topic
 * @param setting what differs: {@code topic} where it is missing, {@code partitions}, {@code
 *     replication}, or a topic setting by Kafka's name
 * @param value what the broker has
 * @param expected what was defined
 */
public record TopicDifference(String topic, String setting, String value, String expected) {

  /** The topic is not there at all. */
  static TopicDifference missing(String topic) {
    return new TopicDifference(topic, "topic", "missing", "present");
  }

  /** True if the topic is not there at all. */
  boolean isMissing() {
    return setting.equals("topic");
  }

  @Override
  public String toString() {
    return topic + ": " + setting + " is " + value + ", expected " + expected;
  }
}
