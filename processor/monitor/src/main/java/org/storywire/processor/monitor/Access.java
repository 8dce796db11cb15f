package org.storywire.processor.monitor;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.HttpStatus;
import io.javalin.http.SameSite;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Who may read, and who may decide. With a token, a reader presents it once as {@code
 * Authorization: Bearer …} or as {@code ?token=…}, which is exchanged for a cookie and taken out of
 * the address. On loopback, only requests that name a loopback host are answered, so that no page
 * on the web can reach the monitor through a name of its own that resolves to this machine.
 */
final class Access {

  /** Name of the cookie that a token is exchanged for. */
  static final String COOKIE = "storywire-monitor";

  /** Names and literals of this machine; a name that merely begins like one is not among them. */
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]|::1", Pattern.CASE_INSENSITIVE);

  private static final String BEARER = "Bearer ";

  private final Optional<String> token;
  private final Map<String, String> editors;
  private final boolean loopbackOnly;

  Access(Optional<String> token, String host) {
    this(token, Map.of(), host);
  }

  /**
   * Access for readers and editors.
   *
   * @param token what readers present; empty if anyone may read
   * @param editors names of those who may decide, by what they present
   */
  Access(Optional<String> token, Map<String, String> editors, String host) {
    this.token = token;
    this.editors = Map.copyOf(editors);
    this.loopbackOnly = isLoopback(host);
  }

  /** True if the address is this machine's own. */
  static boolean isLoopback(String host) {
    return LOOPBACK.matcher(host).matches();
  }

  /** What becomes of a request. */
  sealed interface Decision {
    /** It may be answered. */
    record Pass() implements Decision {}

    /** It presented the token in its address, and is to come back with a cookie instead. */
    record Exchange(String cookie) implements Decision {}

    /** It may not be answered. */
    record Refuse(HttpStatus status, String why) implements Decision {}
  }

  /**
   * Decides about a request by what it presents, each null if it does not.
   *
   * @param host the Host header
   * @param authorization the Authorization header
   * @param cookie value of the cookie {@link #COOKIE}
   * @param presented the token in the address
   */
  Decision decide(String host, String authorization, String cookie, String presented) {
    if (loopbackOnly && !isLoopback(hostName(host))) {
      return new Decision.Refuse(
          HttpStatus.MISDIRECTED_REQUEST, "this monitor answers to loopback names only");
    }
    Optional<String> exchanged =
        tokens().filter(known -> presented != null && same(presented, known)).findFirst();
    if (exchanged.isPresent()) {
      return new Decision.Exchange(pass(exchanged.get()));
    }
    if (token.isEmpty() || tokens().anyMatch(known -> shows(known, authorization, cookie))) {
      return new Decision.Pass();
    }
    return new Decision.Refuse(
        HttpStatus.UNAUTHORIZED, "a token is needed: open the page with ?token=…");
  }

  /** The editor who asks; empty if a reader does. */
  Optional<String> editor(Context ctx) {
    return editors.keySet().stream()
        .filter(known -> shows(known, ctx.header("Authorization"), ctx.cookie(COOKIE)))
        .findFirst()
        .map(editors::get);
  }

  private Stream<String> tokens() {
    return Stream.concat(token.stream(), editors.keySet().stream());
  }

  private static boolean shows(String token, String authorization, String cookie) {
    return presents(authorization, token) || cookie != null && same(cookie, pass(token));
  }

  /** The scheme's case does not matter (RFC 9110, section 11.1). */
  private static boolean presents(String authorization, String wanted) {
    return authorization != null
        && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
        && same(authorization.substring(BEARER.length()).strip(), wanted);
  }

  /** Lets a request pass, or answers it. */
  void check(Context ctx) {
    Decision decision =
        decide(
            ctx.host(), ctx.header("Authorization"), ctx.cookie(COOKIE), ctx.queryParam("token"));
    if (decision instanceof Decision.Refuse refusal) {
      refuse(ctx, refusal);
    } else if (decision instanceof Decision.Exchange exchange) {
      Cookie pass = new Cookie(COOKIE, exchange.cookie());
      pass.setPath("/");
      pass.setHttpOnly(true);
      pass.setSecure(ctx.scheme().equals("https"));
      pass.setSameSite(SameSite.STRICT);
      ctx.cookie(pass);
      ctx.redirect(withoutToken(ctx), HttpStatus.SEE_OTHER);
      ctx.skipRemainingHandlers();
    }
  }

  private static void refuse(Context ctx, Decision.Refuse refusal) {
    if (refusal.status() == HttpStatus.UNAUTHORIZED) {
      ctx.header("WWW-Authenticate", "Bearer");
    }
    ctx.status(refusal.status())
        .contentType("text/plain; charset=utf-8")
        .result(refusal.why() + "\n");
    ctx.skipRemainingHandlers();
  }

  /** The same address without the token; only ever a path of this server. */
  private static String withoutToken(Context ctx) {
    StringBuilder address = new StringBuilder("/" + ctx.path().replaceFirst("^/+", ""));
    String query = ctx.queryString() == null ? "" : ctx.queryString();
    char mark = '?';
    for (String pair : query.split("&")) {
      if (!pair.isEmpty() && !isToken(pair)) {
        address.append(mark).append(pair);
        mark = '&';
      }
    }
    return address.toString();
  }

  /** Whether a parameter is the token, however its name is written. */
  private static boolean isToken(String pair) {
    String name = pair.split("=", 2)[0];
    return URLDecoder.decode(name, StandardCharsets.UTF_8).equals("token");
  }

  /** What the cookie holds: made from the token, which can't be made from it. */
  private static String pass(String token) {
    return HexFormat.of().formatHex(sha256("storywire monitor pass\n" + token));
  }

  private static boolean same(String a, String b) {
    return MessageDigest.isEqual(sha256(a), sha256(b));
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String hostName(String host) {
    return host == null ? "" : host.replaceFirst(":\\d+$", "");
  }
}
