package org.storywire.docker.cluster;

/** Something bad that is done to a cluster while it works, in a thread of its own. */
final class Trouble implements AutoCloseable {

  /** What is done; returns when the cluster has all its parts again. */
  interface Deed {
    void run() throws Exception;
  }

  private final Thread thread;
  private volatile Throwable failure;
  private boolean begun;

  Trouble(Deed deed) {
    this.thread =
        new Thread(
            () -> {
              try {
                deed.run();
              } catch (Exception | AssertionError e) {
                failure = e;
              }
            },
            "trouble");
  }

  /** Begins, the first time it is called. */
  void begin() {
    if (!begun) {
      begun = true;
      thread.start();
    }
  }

  boolean begun() {
    return begun;
  }

  /**
   * Whether it has come to its end.
   *
   * @throws IllegalStateException if it could not be done
   */
  boolean over() {
    if (failure != null) {
      throw new IllegalStateException("trouble failed: " + failure.getMessage(), failure);
    }
    return begun && !thread.isAlive();
  }

  @Override
  public void close() {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
