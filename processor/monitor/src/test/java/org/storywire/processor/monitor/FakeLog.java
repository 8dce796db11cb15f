package org.storywire.processor.monitor;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.storywire.news.StoryUpdate;

/** A log of updates that keeps everything, as Kafka would. */
final class FakeLog implements History {

  private final List<List<StoryUpdate>> partitions = new ArrayList<>();

  FakeLog(int count) {
    for (int i = 0; i < count; i++) {
      partitions.add(new ArrayList<>());
    }
  }

  synchronized void append(Random random) {
    int partition = random.nextInt(partitions.size());
    int number = partitions.get(partition).size() + 1;
    partitions.get(partition).add(Samples.update("s" + partition, number).build());
  }

  /** Lets an instance read a random number of records of each partition. */
  void feedSome(TestMonitor instance, Random random) {
    for (int partition = 0; partition < partitions.size(); partition++) {
      feed(instance, partition, random.nextInt(9));
    }
  }

  void feedAll(TestMonitor instance) {
    for (int partition = 0; partition < partitions.size(); partition++) {
      feed(instance, partition, Integer.MAX_VALUE);
    }
  }

  synchronized List<String> eventIds() {
    return partitions.stream().flatMap(List::stream).map(StoryUpdate::getEventId).toList();
  }

  synchronized Position end() {
    return new Position("log1", partitions.stream().map(list -> (long) list.size()).toList());
  }

  @Override
  public synchronized Page read(Position from, Position to, int most) {
    List<UpdateLog.Entry> entries = new ArrayList<>();
    Position at = from;
    for (int partition = 0; partition < partitions.size(); partition++) {
      for (long offset = from.next(partition);
          offset < to.next(partition) && entries.size() < most;
          offset++) {
        at = at.after(partition, offset);
        StoryUpdate record = partitions.get(partition).get((int) offset);
        Update update = new Update(partition, offset, record, new Interner());
        entries.add(new UpdateLog.Entry(update, at));
      }
    }
    return new Page(entries, at, 0);
  }

  private void feed(TestMonitor instance, int partition, int most) {
    long offset = instance.log.end().next(partition);
    for (int i = 0; i < most; i++, offset++) {
      StoryUpdate record;
      synchronized (this) {
        if (offset >= partitions.get(partition).size()) {
          return;
        }
        record = partitions.get(partition).get((int) offset);
      }
      instance.take(partition, offset, record);
    }
  }
}
