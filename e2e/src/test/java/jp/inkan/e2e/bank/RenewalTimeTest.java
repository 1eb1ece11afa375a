package jp.inkan.e2e.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A certificate that expires on 1 March in Japan can be renewed")
class RenewalTimeTest {
    /** The last moment of 19 January in Japan. */
    private static final Instant EVE = Instant.parse("2031-01-19T14:59:59.999Z");
    /** 1 March, ten past midnight in Japan; still February in London. */
    private static final Instant END = Instant.parse("2031-02-28T15:10:00Z");

    private PracticeBank bank;
    private Holder holder;

    @BeforeEach
    void open() throws IOException {
        bank = PracticeBank.start(BankOptions.defaults().withClock(Clock.fixed(EVE, ZoneOffset.UTC)));
        holder = Holder.until(bank, bank.addUser(), END);
    }

    @AfterEach
    void close() throws IOException {
        bank.close();
    }

    @Test
    @DisplayName("from the first moment of 20 January, and not in the last one of the 19th")
    void begin() throws IOException {
        Refusal.of(holder.signIn()).is("not-renewable", 403, "G004e");
        bank.moveClock(Duration.ofMillis(1));
        assertThat(holder.renew(holder.request()).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("up to the second at which it expires")
    void end() throws IOException {
        bank.moveClock(Duration.between(bank.now(), END));
        assertThat(holder.renew(holder.request()).status()).isEqualTo(200);
        bank.moveClock(Duration.ofMillis(1));
        Refusal.of(holder.signIn()).is("not-renewable", 403, "G004e");
    }

    @Test
    @DisplayName("not when it has expired since the sign-in, except that a request that was answered is answered again")
    void meanwhile() throws IOException {
        bank.moveClock(Duration.between(bank.now(), END));
        Holder quick = Holder.until(bank, bank.addUser(), END);
        String quickToken = quick.token();
        byte[] request = quick.request();
        var renewed = quick.renew(quickToken, request).certificate();
        String token = holder.token();
        bank.moveClock(Duration.ofSeconds(1));
        Refusal.of(holder.renew(token, holder.request())).is("not-renewable", 403, "G004e");
        assertThat(quick.renew(quickToken, request).certificate()).isEqualTo(renewed);
    }

    @Test
    @DisplayName("once: another request is refused as long as the new certificate is there, and stays refused when that is revoked")
    void once() throws IOException {
        bank.moveClock(Duration.ofDays(1));
        byte[] request = holder.request();
        var renewed = holder.renew(request).certificate();
        byte[] other = holder.request(Requests.rsa(2048));
        Refusal.of(holder.renew(other)).is("already-issued", 409, "G004e");
        bank.revoke(renewed);
        Refusal.of(holder.renew(other)).is("already-issued", 409, "G004e");
        Refusal.of(holder.renew(request)).is("already-issued", 409, "G004e");
        assertThat(bank.issuedFor(holder.user().loginId())).isEqualTo(2);
    }
}
