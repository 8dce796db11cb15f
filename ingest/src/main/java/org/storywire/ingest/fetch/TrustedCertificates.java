package org.storywire.ingest.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * Whose word for a host's name is taken: the authorities that Java knows, and those an operator
 * adds, as for hosts of a network of its own.
 */
final class TrustedCertificates {

  private TrustedCertificates() {}

  /**
   * A context that trusts Java's authorities and further certificates.
   *
   * @param file PEM, one certificate or several
   * @throws IllegalArgumentException if there is no certificate in the file
   */
  static SSLContext with(Path file) {
    try {
      KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
      trusted.load(null, null);
      for (Certificate certificate : all(file)) {
        trusted.setCertificateEntry("certificate-" + trusted.size(), certificate);
      }
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, managers(trusted), null);
      return context;
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalArgumentException(
          "illegal "
              + FetchConfig.TRUSTED_CERTIFICATES
              + ": "
              + file
              + ", must be a PEM file of certificates: "
              + e.getMessage(),
          e);
    }
  }

  private static List<Certificate> all(Path file) throws IOException, GeneralSecurityException {
    List<Certificate> all = new ArrayList<>();
    try (InputStream in = Files.newInputStream(file)) {
      all.addAll(CertificateFactory.getInstance("X.509").generateCertificates(in));
    }
    if (all.isEmpty()) {
      throw new GeneralSecurityException("it holds none");
    }
    for (TrustManager manager : managers(null)) {
      if (manager instanceof X509TrustManager known) {
        for (X509Certificate authority : known.getAcceptedIssuers()) {
          all.add(authority);
        }
      }
    }
    return all;
  }

  /**
   * Those that trust what a store holds.
   *
   * @param store null for what Java knows
   */
  private static TrustManager[] managers(KeyStore store) throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory.getTrustManagers();
  }
}
