package jp.inkan.e2e.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import jp.inkan.e2e.bank.state.Plan;
import jp.inkan.e2e.bank.state.User;
import jp.inkan.e2e.bank.token.Ocra;
import jp.inkan.e2e.bank.token.Token;
import jp.inkan.e2e.bank.token.Totp;
import org.bouncycastle.util.encoders.Base32;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A token")
class TokenTest {
    private static final byte[] KEY_20 = ascii("12345678901234567890");
    private static final byte[] KEY_32 = ascii("12345678901234567890123456789012");

    @ParameterizedTest
    @CsvSource({"59, 94287082", "1111111109, 07081804", "1111111111, 14050471", "1234567890, 89005924",
        "2000000000, 69279037", "20000000000, 65353130"})
    @DisplayName("shows the one-time passwords of RFC 6238 appendix B, whose periods have 30 seconds")
    void totp(long seconds, String number) {
        assertThat(Totp.number(KEY_20, seconds / 30, 8)).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource({"00000000, 237653", "11111111, 243178", "22222222, 653583", "33333333, 740991", "44444444, 608993",
        "55555555, 388898", "66666666, 816933", "77777777, 224598", "88888888, 750600", "99999999, 294470"})
    @DisplayName("answers the numeric questions of RFC 6287 appendix C.1")
    void ocraNumeric(String question, String number) {
        assertThat(Ocra.number("OCRA-1:HOTP-SHA1-6:QN08", KEY_20, question)).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource({"SIG10000, 53095496", "SIG11000, 04110475", "SIG12000, 31331128", "SIG13000, 76028668",
        "SIG14000, 46554205"})
    @DisplayName("answers the questions with letters of RFC 6287 appendix C.3")
    void ocraLetters(String question, String number) {
        assertThat(Ocra.number("OCRA-1:HOTP-SHA256-8:QA08", KEY_32, question)).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ABC", "ABCD EFG", "ＡＢＣＤ", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", ""})
    @DisplayName("doesn't answer what isn't a question of its suite")
    void notAQuestion(String question) {
        assertThatIllegalArgumentException().isThrownBy(() -> Ocra.number(Ocra.TRANSACTION, KEY_20, question));
    }

    @Test
    @DisplayName("changes its number with the minute, and shows the bank's number of another time if it has drifted")
    void drift() {
        Instant now = Instant.parse("2031-12-31T15:04:05Z");
        Token right = Token.of(user(Plan.NOTHING_MORE));
        Token fast = Token.of(user(Plan.NOTHING_MORE.withDrift(Duration.ofSeconds(290))));
        assertThat(right.oneTimePassword(now)).matches("[0-9]{6}")
                .isEqualTo(Totp.number(KEY_20, now.getEpochSecond() / 60))
                .isEqualTo(right.oneTimePassword(now.plusSeconds(54)))
                .isNotEqualTo(right.oneTimePassword(now.plusSeconds(55)));
        assertThat(right.untilNext(now)).isEqualTo(Duration.ofSeconds(55));
        assertThat(fast.oneTimePassword(now)).isEqualTo(right.oneTimePassword(now.plusSeconds(290)));
        assertThat(fast.untilNext(now)).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    @DisplayName("answers what follows the last colon of a code")
    void transaction() {
        String question = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";
        assertThat(Token.of(user(Plan.NOTHING_MORE)).transactionNumber("INKAN1:9999:" + question))
                .isEqualTo(Ocra.number(Ocra.TRANSACTION, KEY_20, question));
    }

    private static User user(Plan plan) {
        return new User("logid031", "password", Base32.toBase32String(KEY_20), "", plan, "logid031",
                Optional.empty());
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
