package org.storywire.processor.syndication;

/**
 * Durable memory of the articles in the window. The state is what was put and not deleted; a
 * restart hands every value, in order of sequence, to {@link Syndicator#restore(byte[])}.
 */
public interface CopyMemory {

  /**
   * Remembers or overwrites an article.
   *
   * @param sequence place in the order of arrival [0..]; an article keeps it while it is held
   */
  void put(long sequence, byte[] value);

  /** Forgets an article that has left the window or was replaced by its revision. */
  void delete(long sequence);
}
