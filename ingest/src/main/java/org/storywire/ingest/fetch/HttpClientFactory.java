package org.storywire.ingest.fetch;

import java.net.InetAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SchemePortResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.DetachedSocketFactory;
import org.apache.hc.client5.http.io.HttpClientConnectionOperator;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.config.CharCodingConfig;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.util.Timeout;

/**
 * The HTTP client with all that it does of its own accord switched off: redirects, cookies,
 * retries, decompression, authentication, reuse of connections.
 */
final class HttpClientFactory {

  private static final int MOST_CONNECTIONS = 1_000;

  private HttpClientFactory() {}

  /** A client; without a context for TLS it trusts whom Java trusts. */
  static CloseableHttpClient create(
      FetchLimits limits, AddressGuard guard, Connector connector, Optional<SSLContext> trust) {
    Timeout total = Timeout.of(limits.total());
    return HttpClients.custom()
        .setConnectionManager(connections(limits, guard, connector, trust))
        .setConnectionReuseStrategy((request, response, context) -> false)
        .setDefaultRequestConfig(
            RequestConfig.custom()
                .setConnectionRequestTimeout(total)
                .setResponseTimeout(total)
                .setProtocolUpgradeEnabled(false)
                .build())
        .disableAuthCaching()
        .disableAutomaticRetries()
        .disableContentCompression()
        .disableCookieManagement()
        .disableDefaultUserAgent()
        .disableRedirectHandling()
        .build();
  }

  private static PoolingHttpClientConnectionManager connections(
      FetchLimits limits, AddressGuard guard, Connector connector, Optional<SSLContext> trust) {
    Timeout total = Timeout.of(limits.total());
    return new GuardedBuilder(guard, connector)
        .setConnectionFactory(
            ManagedHttpClientConnectionFactory.builder()
                // One byte, one letter: validators go back as they came.
                .charCodingConfig(
                    CharCodingConfig.custom().setCharset(StandardCharsets.ISO_8859_1).build())
                .http1Config(
                    Http1Config.custom()
                        .setMaxHeaderCount(limits.headers())
                        .setMaxLineLength(limits.headerBytes())
                        .build())
                .build())
        .setTlsSocketStrategy(
            trust
                .map(DefaultClientTlsStrategy::new)
                .orElseGet(DefaultClientTlsStrategy::createDefault))
        .setDnsResolver(new GuardedNames(guard))
        .setDefaultConnectionConfig(
            ConnectionConfig.custom()
                .setConnectTimeout(Timeout.of(limits.connect()))
                .setSocketTimeout(total)
                .build())
        .setDefaultTlsConfig(TlsConfig.custom().setHandshakeTimeout(total).build())
        .setMaxConnTotal(MOST_CONNECTIONS)
        .setMaxConnPerRoute(1)
        .build();
  }

  /** Connects through guarded sockets only. */
  private static final class GuardedBuilder extends PoolingHttpClientConnectionManagerBuilder {
    private final AddressGuard guard;
    private final Connector connector;

    GuardedBuilder(AddressGuard guard, Connector connector) {
      this.guard = guard;
      this.connector = connector;
    }

    @Override
    protected HttpClientConnectionOperator createConnectionOperator(
        SchemePortResolver ports, DnsResolver names, TlsSocketStrategy tls) {
      DetachedSocketFactory sockets =
          new DetachedSocketFactory() {
            @Override
            public Socket create(Proxy proxy) {
              return new GuardedSocket(guard, connector);
            }
          };
      return new DefaultHttpClientConnectionOperator(
          sockets,
          ports,
          names,
          RegistryBuilder.<TlsSocketStrategy>create().register("https", tls).build());
    }
  }

  /** Names by the guard. */
  private record GuardedNames(AddressGuard guard) implements DnsResolver {
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
      return guard.resolve(host).toArray(InetAddress[]::new);
    }

    @Override
    public String resolveCanonicalHostname(String host) {
      return host;
    }
  }
}
