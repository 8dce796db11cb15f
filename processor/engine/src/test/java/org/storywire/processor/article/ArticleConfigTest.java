package org.storywire.processor.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ArticleConfigTest {

  @Test
  void shouldNameSettingWhenItIsOutOfRange() {
    // Given
    double share = 1.5;

    // When / Then
    assertThatThrownBy(() -> new ArticleConfig(3, 3, share, 0.2, 0.1, 500_000, 600, List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("illegal article.furniture-min-share: 1.5, must be between 0.0 and 1.0");
  }

  @Test
  void shouldBeLegalWhenDefaultsAreTaken() {
    // Given
    ArticleConfig defaults = ArticleConfig.defaults();

    // When
    int days = defaults.furnitureMinDays();

    // Then
    assertThat(days).isEqualTo(3);
  }
}
