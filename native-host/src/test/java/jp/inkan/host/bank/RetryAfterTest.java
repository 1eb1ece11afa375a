package jp.inkan.host.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A bank that says when to come again")
class RetryAfterTest extends AtAHandMadeBank {
    private static BankException.Busy busy(String statusAndHeaders) throws Exception {
        server.answer("HTTP/1.1 " + statusAndHeaders.replace("|", "\r\n") + "\r\nContent-Length: 0\r\n\r\n");
        int before = server.guests();
        try (Bank bank = bank()) {
            var busy = (BankException.Busy) Endpoints.ENROL.failureAt(bank);
            assertThat(server.guests()).isEqualTo(before + 1);
            return busy;
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "503 Busy|Retry-After: 7; 7",
        "202 Later|Retry-After: 7; 7",
        "202 Later|Retry-After: 0; 0",
        "503 Busy; 5",
        "202 Later; 5",
        "503 Busy|Retry-After:; 5",
        "503 Busy|Retry-After: -5; 5",
        "503 Busy|Retry-After: 1.5; 5",
        "503 Busy|Retry-After: soon; 5",
        "503 Busy|Retry-After: \u00e3\u0081\u0001; 5",
        "503 Busy|Retry-After: 99999999999999999999; 5",
        "503 Busy|Retry-After: 9223372036854775807; 86400",
        "503 Busy|Retry-After: 86401; 86400",
        "503 Busy|Retry-After: Mon, 01 Jan 2024 00:00:00 GMT; 0",
        "503 Busy|Retry-After: Fri, 31 Dec 9999 23:59:59 GMT; 86400",
        "503 Busy|Retry-After: Mon, 31 Feb 2030 00:00:00 GMT; 5",
        "503 Busy|Retry-After: 3|Retry-After: 9|Retry-After: 4; 4"
    })
    @DisplayName("is called busy, for a day at most, and isn't asked again before the flow says so")
    void pauses(String answer, int seconds) throws Exception {
        assertThat(busy(answer).retryAfter()).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    @DisplayName("may say so ten thousand times")
    void many() throws Exception {
        assertThat(busy("503 Busy" + "|Retry-After: 2".repeat(10_000)).retryAfter()).isEqualTo(Duration.ofSeconds(2));
    }
}
