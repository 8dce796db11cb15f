package org.storywire.ingest.fetch;

import java.net.URI;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;

/** What came of a request. */
public sealed interface Answer {

  /** Redirects that were followed, in their order. */
  List<Redirect> redirects();

  /**
   * An answer that sent us elsewhere.
   *
   * @param status 301, 302, 303, 307 or 308
   * @param from who answered
   * @param to whom we asked next
   */
  record Redirect(int status, URI from, URI to) {

    /** Whether the publisher means it for good. */
    public boolean isPermanent() {
      return status == 301 || status == 308;
    }
  }

  /**
   * A publisher's answer, of any status.
   *
   * @param redirects that led to it
   * @param address who answered
   * @param status HTTP status
   * @param fields header fields as they came
   * @param body without its content encoding; empty where the status has none
   * @param cut whether the body ended before its announced end
   */
  record Response(
      List<Redirect> redirects,
      URI address,
      int status,
      HeaderFields fields,
      Bytes body,
      boolean cut)
      implements Answer {

    /** Copies the redirects. */
    public Response {
      redirects = List.copyOf(redirects);
    }

    /** The field {@code Content-Type}, or nothing. */
    public String contentType() {
      return fields.first("Content-Type").orElse("");
    }
  }

  /**
   * No answer, or none that we take.
   *
   * @param redirects followed before
   * @param problem what kind of failure it is
   * @param reason names the address, what happened and what was expected
   */
  record Failure(List<Redirect> redirects, Problem problem, String reason) implements Answer {

    /** Copies the redirects. */
    public Failure {
      redirects = List.copyOf(redirects);
    }
  }

  /** Kinds of failure. */
  enum Problem {
    /** The address, or one that it redirects to, must not be asked. */
    FORBIDDEN,
    /** The host wants us to wait first. */
    NOT_OUR_TURN,
    /** The host has no address, or nobody answers there. */
    UNREACHABLE,
    /** The answer took too long. */
    TIMEOUT,
    /** The answer is larger than its limit. */
    TOO_LARGE,
    /** More redirects than are followed. */
    TOO_MANY_REDIRECTS,
    /** What came is not HTTP. */
    NOT_HTTP
  }
}
