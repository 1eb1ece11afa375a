package jp.inkan.e2e.bank;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The page with the bank's clock")
class ClockPageTest {
    private PracticeBank bank;
    private Visitor visitor;

    @BeforeEach
    void open() throws IOException {
        bank = PracticeBank.start();
        visitor = Visitor.of(bank);
        visitor.open("/clock");
    }

    @AfterEach
    void close() throws IOException {
        bank.close();
    }

    @Test
    @DisplayName("moves the time by 1, 30 and 326 days and back to now, and tells the host each time")
    void move() throws IOException {
        assertThat(visitor.text()).contains(">1日進める</button>", ">30日進める</button>", ">326日進める</button>",
                ">今に戻す</button>");
        assertThat(visitor.text("days-ahead")).isEqualTo("0日");
        int days = 0;
        for (int each : new int[] {1, 30, 326}) {
            days += each;
            visitor.send("/clock", "to", Integer.toString(each));
            assertThat(visitor.text("days-ahead")).isEqualTo(days + "日");
            assertThat(Duration.between(Instant.now(), bank.now())).isBetween(
                    Duration.ofDays(days).minusMinutes(1), Duration.ofDays(days).plusMinutes(1));
            assertThat(offset()).isEqualTo(days * 86400L);
        }
        visitor.send("/clock", "to", "now");
        assertThat(offset()).isZero();
        assertThat(visitor.text("days-ahead")).isEqualTo("0日");
        assertThat(visitor.path()).isEqualTo("/clock");
    }

    @Test
    @DisplayName("does nothing with a form that isn't its own")
    void badForm() throws IOException {
        for (String to : new String[] {"2", "-1", "", "99999999999999999999"}) {
            visitor.send("/clock", "to", to);
        }
        visitor.send("/clock", "days", "30");
        assertThat(offset()).isZero();
        assertThat(visitor.text("days-ahead")).isEqualTo("0日");
    }

    @Test
    @DisplayName("brings a certificate issued today to its renewal")
    void renewal() throws IOException {
        KeyPair keys = Requests.rsa(2048);
        Customer customer = Customer.of(bank);
        X509Certificate issued = customer.enrol(Requests.pkcs10(keys, "SHA256withRSA")).certificate();
        Holder holder = new Holder(customer,
                Browser.with(bank, new OneCertificate(keys.getPrivate(), issued)), keys, issued);
        assertThat(Visitor.loggedIn(bank, holder).path()).isEqualTo("/top");
        visitor.send("/clock", "to", "326");
        assertThat(Visitor.loggedIn(bank, holder).path()).isEqualTo("/renewal");
        assertThat(holder.renew(holder.request()).status()).isEqualTo(200);
    }

    private long offset() throws IOException {
        return JsonMapper.builder().build().readTree(Files.readAllBytes(bank.hostConfiguration()))
                .get("clockOffsetSeconds").asLong();
    }
}
