package org.storywire.docker.pipeline;

import java.util.Optional;

/** The running topologies, as far as whoever starts them must know them. */
public interface Processor extends AutoCloseable {

  /** Begins processing; returns at once. */
  void start();

  /** Whether it has joined its group, restored its state and takes articles. */
  boolean running();

  /** Consumer group whose committed offsets tell how far processing has come. */
  String group();

  /** Why processing stopped by itself; empty while it runs. */
  Optional<Throwable> failure();

  /** Stops in order and keeps the state; closing twice does nothing. */
  @Override
  void close();
}
