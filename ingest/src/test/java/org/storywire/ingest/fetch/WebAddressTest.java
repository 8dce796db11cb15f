package org.storywire.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://paper.example/feed | https://paper.example/feed",
        "HTTPS://Paper.Example | https://paper.example/",
        "http://paper.example:8080?a=b#c | http://paper.example:8080/?a=b",
        "http://paper.example/a b/ü | http://paper.example/a%20b/%C3%BC",
        "http://paper.example/100%/%41 | http://paper.example/100%25/%41",
        "http://bücher.example/ | http://xn--bcher-kva.example/",
        "http://user:word@paper.example/x | http://paper.example/x",
        "http:\\\\paper.example\\feed | http://paper.example/feed",
        "http://0x7f.1/ | http://127.0.0.1/",
        "http://[2606:4700::1]:81/ | http://[2606:4700::1]:81/",
      })
  void shouldMakeAddressThatCanBeAskedFor(String written, String asked) {
    assertThat(WebAddress.parse(written)).contains(URI.create(asked));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "paper.example",
        "ftp://paper.example/",
        "http://",
        "http://a:99999/",
        "http://a b/",
        "http://1.2.3.4.5/"
      })
  void shouldGiveNothingWhenTextIsNoAddress(String written) {
    assertThat(WebAddress.parse(written)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/new | https://paper.example/new",
        "b c | https://paper.example/feeds/b%20c",
        "?page=2 | https://paper.example/feeds/?page=2",
        "//other.example/x | https://other.example/x",
        "http://other.example | http://other.example/",
        "#top | https://paper.example/feeds/a?x=y",
      })
  void shouldResolveAsBrowsersDoWhenRelative(String reference, String address) {
    // Given
    URI base = URI.create("https://paper.example/feeds/a?x=y");

    // When / Then
    assertThat(WebAddress.resolve(base, reference)).contains(URI.create(address));
  }

  @Test
  void shouldTellCredentialsWhenAddressCarriesThem() {
    assertThat(WebAddress.userInfo("http://user:word@paper.example/")).contains("user:word");
    assertThat(WebAddress.userInfo("http://paper.example/@x")).isEmpty();
  }
}
