package org.storywire.ingest.fetch;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import javax.net.ssl.SSLException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.storywire.ingest.fetch.Answer.Failure;
import org.storywire.ingest.fetch.Answer.Problem;
import org.storywire.ingest.fetch.Answer.Redirect;

/** What went wrong with a request, in kinds. */
final class RequestFailures {

  private RequestFailures() {}

  static Failure of(URI address, List<Redirect> redirects, Exception failure, boolean late) {
    if (late) {
      return late(address, redirects);
    }
    String reason = failure.getMessage();
    return new Failure(
        redirects,
        problem(failure),
        address + ": " + (reason == null ? failure.getClass().getSimpleName() : reason));
  }

  static Failure late(URI address, List<Redirect> redirects) {
    return new Failure(redirects, Problem.TIMEOUT, address + " took too long");
  }

  private static Problem problem(Throwable failure) {
    for (Throwable e = failure; e != null; e = e.getCause()) {
      if (e instanceof AddressGuard.ForbiddenAddress) {
        return Problem.FORBIDDEN;
      }
      if (e instanceof Body.TooLarge || e instanceof MessageConstraintException) {
        return Problem.TOO_LARGE;
      }
      if (e instanceof SocketTimeoutException) {
        return Problem.TIMEOUT;
      }
      if (e instanceof UnknownHostException
          || e instanceof ConnectException
          || e instanceof NoRouteToHostException
          || e instanceof SSLException) {
        return Problem.UNREACHABLE;
      }
    }
    return failure instanceof IOException ? Problem.NOT_HTTP : Problem.UNREACHABLE;
  }
}
