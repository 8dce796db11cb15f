package org.storywire.docker.cluster;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.StreamsGroupDescription;
import org.apache.kafka.clients.admin.StreamsGroupMemberAssignment.TaskIds;
import org.apache.kafka.clients.admin.StreamsGroupSubtopologyDescription;
import org.apache.kafka.common.TopicPartition;

/** Who has which partitions of the processors' group, under either rebalance protocol. */
enum Owners {

  /** Members share partitions; the assignment is the clients' work. */
  CLASSIC {
    @Override
    List<TopicPartition> ask(Admin admin, Collection<String> addresses)
        throws ExecutionException, InterruptedException {
      return admin
          .describeConsumerGroups(List.of(Cluster.GROUP))
          .all()
          .get()
          .get(Cluster.GROUP)
          .members()
          .stream()
          .filter(member -> addresses.contains(member.host().replace("/", "")))
          .flatMap(member -> member.assignment().topicPartitions().stream())
          .toList();
    }
  },

  /** Members share tasks; the assignment is the broker's work. */
  STREAMS {
    @Override
    List<TopicPartition> ask(Admin admin, Collection<String> addresses)
        throws ExecutionException, InterruptedException {
      StreamsGroupDescription group =
          admin.describeStreamsGroups(List.of(Cluster.GROUP)).all().get().get(Cluster.GROUP);
      Map<String, List<String>> topics =
          group.subtopologies().stream()
              .collect(
                  Collectors.toMap(
                      StreamsGroupSubtopologyDescription::subtopologyId, Owners::inputs));
      return group.members().stream()
          .filter(member -> addresses.contains(member.clientHost().replace("/", "")))
          .flatMap(member -> member.assignment().activeTasks().stream())
          .flatMap(tasks -> partitions(topics.get(tasks.subtopologyId()), tasks))
          .toList();
    }
  };

  private static List<String> inputs(StreamsGroupSubtopologyDescription part) {
    return Stream.concat(
            part.sourceTopics().stream(), part.repartitionSourceTopics().keySet().stream())
        .toList();
  }

  private static Stream<TopicPartition> partitions(List<String> topics, TaskIds tasks) {
    return topics.stream()
        .flatMap(
            topic -> tasks.partitions().stream().map(number -> new TopicPartition(topic, number)));
  }

  abstract List<TopicPartition> ask(Admin admin, Collection<String> addresses)
      throws ExecutionException, InterruptedException;

  /** Partitions of the member at one of the addresses; none while the group is not stable. */
  List<TopicPartition> of(Admin admin, Collection<String> addresses) {
    try {
      return ask(admin, addresses);
    } catch (ExecutionException e) {
      // Nobody has joined yet, or the coordinator is moving.
      return List.of();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
