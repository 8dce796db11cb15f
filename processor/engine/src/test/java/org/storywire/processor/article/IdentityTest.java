package org.storywire.processor.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityTest {

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
      })
  void shouldUnifyAddressWhenItNamesOneArticle(String url, String canonical) {
    // Given
    String address = url;

    // When
    Optional<String> identity = Identity.canonical(address);

    // Then
    assertThat(identity).contains(canonical);
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
  void shouldGiveNoIdentityWhenAddressNamesNoArticle(String url) {
    // Given
    String address = url;

    // When
    Optional<String> identity = Identity.canonical(address);

    // Then
    assertThat(identity).isEmpty();
  }
}
