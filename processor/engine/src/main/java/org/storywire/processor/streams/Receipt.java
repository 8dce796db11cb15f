package org.storywire.processor.streams;

import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.HexFormat;

/**
 * Place of an article in the order of receipt, which is the order of an edition however many raw
 * partitions there are.
 *
 * @param time when the delivery was received, no later than it was taken [ms since epoch, 0..]
 * @param number tells apart what one sender received in the same millisecond [0..]
 * @param partition raw partition it lies in [0..]
 * @param offset its offset there [0..]
 * @param part place of the article among those of its page [0..]
 */
record Receipt(long time, long number, int partition, long offset, int part)
    implements Comparable<Receipt> {

  /** Length of {@link #writeTo}. */
  static final int BYTES = 3 * Long.BYTES + 2 * Integer.BYTES;

  private static final Comparator<Receipt> ORDER =
      Comparator.comparingLong(Receipt::time)
          .thenComparingLong(Receipt::number)
          .thenComparingInt(Receipt::partition)
          .thenComparingLong(Receipt::offset)
          .thenComparingInt(Receipt::part);

  /** A place before everything that a partition receives from a time on. */
  static Receipt before(long time, int partition) {
    return new Receipt(Math.max(0, time), 0, partition, 0, 0);
  }

  void writeTo(ByteBuffer out) {
    out.putLong(time).putLong(number).putInt(partition).putLong(offset).putInt(part);
  }

  static Receipt readFrom(ByteBuffer in) {
    return new Receipt(in.getLong(), in.getLong(), in.getInt(), in.getLong(), in.getInt());
  }

  /** Hexadecimal digits that sort as places do. */
  String key() {
    ByteBuffer bytes = ByteBuffer.allocate(BYTES);
    writeTo(bytes);
    return HexFormat.of().formatHex(bytes.array());
  }

  static Receipt ofKey(String key) {
    return readFrom(ByteBuffer.wrap(HexFormat.of().parseHex(key)));
  }

  @Override
  public int compareTo(Receipt other) {
    return ORDER.compare(this, other);
  }
}
