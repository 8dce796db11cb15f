package org.storywire.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostTest {

  @ParameterizedTest
  @CsvSource({
    "https://www.harbour-post.example/news/1, harbour-post.example",
    "http://Harbour-Post.EXAMPLE:8080?x=1, harbour-post.example",
    "https://user:word@wire.example/a b|c, wire.example",
    "//tide-times.example/x, tide-times.example",
    "www.tide-times.example/x, tide-times.example",
    "https://wwwired.example, wwwired.example"
  })
  void shouldBeNamedWhenAddressHasOne(String url, String host) {
    assertThat(Host.of(url)).contains(host);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "index.html", "mailto:desk@wire.example", "https:///path", "urn:x:y"})
  void shouldBeEmptyWhenTextIsNoAddress(String url) {
    assertThat(Host.of(url)).isEmpty();
  }
}
