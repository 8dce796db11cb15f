package org.storywire.processor.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutletAddressTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://www.tidepost.co.uk/a",
        "https://m.tidepost.co.uk/a",
        "http://amp.tidepost.co.uk/a?x=1",
        "https://www.m.tidepost.co.uk:8443/a",
        "//print.tidepost.co.uk/a",
        "HTTPS://Mobile.TidePost.co.uk",
        "https://reader@tidepost.co.uk./a"
      })
  void shouldBeOneOutletWhenOnlyTheFormOfThePageDiffers(String url) {
    assertThat(OutletAddress.of(Optional.of(url), "some-feed")).isEqualTo("tidepost.co.uk");
  }

  @ParameterizedTest
  @CsvSource({
    "https://northham.localpaper.example/1, northham.localpaper.example",
    "https://southham.localpaper.example/1, southham.localpaper.example",
    "https://m.northham.localpaper.example/1, northham.localpaper.example",
    "https://amp.dev/news, amp.dev",
    "https://m.co.uk/news, m.co.uk",
    "https://wire.blogspot.com/1, wire.blogspot.com"
  })
  void shouldStayAnOutletOfItsOwnWhenTheFirstLabelIsPartOfItsName(String url, String outlet) {
    assertThat(OutletAddress.of(Optional.of(url), "some-feed")).isEqualTo(outlet);
  }

  @Test
  void shouldTakeTheSourceWhereTheAddressNamesNoHost() {
    assertThat(OutletAddress.of(Optional.empty(), "www.tidepost.example"))
        .isEqualTo("tidepost.example");
    assertThat(OutletAddress.of(Optional.empty(), "Tide Post, front page"))
        .isEqualTo("Tide Post, front page");
    assertThat(OutletAddress.of(Optional.of("/news/1"), "tidepost-front"))
        .isEqualTo("tidepost-front");
  }
}
