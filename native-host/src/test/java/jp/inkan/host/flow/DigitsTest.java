package jp.inkan.host.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A number as people type it")
class DigitsTest {
    @ParameterizedTest
    @CsvSource(ignoreLeadingAndTrailingWhitespace = false, value = {
        "123456,123456", "１２３４５６,123456", " 123 456 ,123456", "12-34-56,123456", "１２３　４５６,123456", "12345O,12345O", "٣٤,٣٤"
    })
    @DisplayName("loses its spaces and hyphens and its full width, and nothing else")
    void digits(String typed, String digits) {
        assertThat(Digits.of(typed.toCharArray())).isEqualTo(digits.toCharArray());
    }

    @Test
    @DisplayName("is cleared where a shorter copy was made of it")
    void cleared() {
        char[] typed = "12 34".toCharArray();
        assertThat(Digits.of(typed)).isEqualTo("1234".toCharArray());
        assertThat(typed).containsOnly('\0');
    }
}
