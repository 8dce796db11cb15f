package org.storywire.ingest;

/**
 * How far ingest has come.
 *
 * @param read deliveries taken from the source
 * @param sent articles that the broker has acknowledged
 * @param bad deliveries that went to the dead letters
 */
public record IngestCounts(long read, long sent, long bad) {

  /** The counts as a closing line. */
  @Override
  public String toString() {
    return "read " + read + ", sent " + sent + ", bad " + bad;
  }
}
