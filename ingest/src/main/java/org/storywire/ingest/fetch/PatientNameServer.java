package org.storywire.ingest.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks another name server, and waits only so long: a look-up itself can't be broken off. */
final class PatientNameServer implements NameServer {

  private final NameServer names;
  private final Duration patience;
  private final ExecutorService threads;

  PatientNameServer(NameServer names, Duration patience, ExecutorService threads) {
    this.names = names;
    this.patience = patience;
    this.threads = threads;
  }

  @Override
  public List<InetAddress> resolve(String host) throws UnknownHostException {
    Future<List<InetAddress>> lookup = threads.submit(() -> names.resolve(host));
    try {
      return lookup.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw unknown(host + ": " + e.getCause().getMessage(), e);
    } catch (TimeoutException e) {
      throw unknown(host + ": no answer within " + patience, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unknown(host + ": interrupted", e);
    }
  }

  private static UnknownHostException unknown(String message, Exception cause) {
    UnknownHostException unknown = new UnknownHostException(message);
    unknown.initCause(cause);
    return unknown;
  }
}
