package org.storywire.ingest;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/** Deliveries of one file, read as they are asked for. */
interface DeliveryReader extends Closeable {

  /** The next delivery; empty at the end. */
  Optional<Delivery> next() throws IOException;
}
