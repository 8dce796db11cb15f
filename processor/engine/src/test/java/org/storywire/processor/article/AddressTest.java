package org.storywire.processor.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {

  private static final Address ADDRESSES = new Address(TrackingParameters.with(List.of()));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://www.Echo.example/News/a-1/ | echo.example/News/a-1",
        "http://echo.example:80/a?utm_source=x&id=3&fbclid=9#top | echo.example/a?id=3",
        "echo.example/a | echo.example/a",
        "//echo.example/a | echo.example/a",
        "https://echo.example/?p=12 | echo.example?p=12",
        "https://echo.example/2024/index.html | echo.example/2024/index.html",
        "https://user@echo.example/a?gclid=1 | echo.example/a",
        "https://echo.example./a/./b/../c//d | echo.example/a/c/d",
        "https://echo.example/%7Ebo/%e3%81%82 | echo.example/~bo/%E3%81%82",
        "https://echo.example/~bo/あ | echo.example/~bo/%E3%81%82",
        "https://echo.example/caf%65%CC%81 | echo.example/caf%C3%A9",
        "https://echo.example/a%2fb%3f | echo.example/a%2Fb%3F",
        "https://echo.example/100%-wool | echo.example/100%25-wool",
        "https://echo.example/%fc | echo.example/%FC",
        "https://echo.example/s?b=2&a=1&b=1 | echo.example/s?a=1&b=2&b=1",
        "https://echo.example/s?q=new+mill&amp;id=4 | echo.example/s?id=4&q=new%20mill",
        "https://bücher.example/a | xn--bcher-kva.example/a",
        "https://echo.example/a;jsessionid=07F1?x=1 | echo.example/a?x=1",
        "https://echo.example/#!/story/7 | echo.example#!/story/7",
        "https://echo.example/mill-to-close?ref=rss&source=front | echo.example/mill-to-close",
        "https://echo.example/read?source=archive&ref=77 | echo.example/read?ref=77&source=archive",
        "https://echo.example/a?AT_Medium=RSS&xtor=RSS-1&wt_mc=a.b | echo.example/a",
      })
  void shouldUnifyAddressWhenItNamesOneArticle(String url, String canonical) {
    // Given
    String address = url;

    // When
    Optional<String> unified = ADDRESSES.canonical(address);

    // Then
    assertThat(unified).contains(canonical);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "https://",
        "https://echo.example",
        "https://www.echo.example/",
        "https://echo.example/?utm_medium=mail",
        "https://echo.example/index.php",
        "http://echo.example/home",
        "://",
        "?",
        "#"
      })
  void shouldGiveNothingWhenAddressNamesNoArticle(String url) {
    // Given
    String address = url;

    // When
    Optional<String> unified = ADDRESSES.canonical(address);

    // Then
    assertThat(unified).isEmpty();
  }

  @Test
  void shouldLeaveOutAParameterWhenTheUserNamesIt() {
    // Given
    Address addresses = new Address(TrackingParameters.with(List.of("Letter", "aff_*")));

    // When
    Optional<String> unified =
        addresses.canonical("https://echo.example/a?letter=7&AFF_id=4&id=3&lettering=1");

    // Then
    assertThat(unified).contains("echo.example/a?id=3&lettering=1");
  }
}
