package jp.inkan.e2e.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import jp.inkan.e2e.SharedBank;
import jp.inkan.e2e.bank.tls.CommonName;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The pages after the login")
class RenewalPagesTest {
    private static final PracticeBank BANK = SharedBank.get();
    private static final Duration SOON = Duration.ofDays(20);
    private static final String START = ">証明書発行アプリ起動</button>";
    private static final String OLD_WAY = ">電子証明書更新</button>";

    @Test
    @DisplayName("offer the renewal first to whoever logs in with a certificate among its last days, without a screen id")
    void selection() throws IOException {
        Holder holder = Holder.of(BANK, SOON);
        Visitor visitor = Visitor.loggedIn(BANK, holder);
        assertThat(visitor.path()).isEqualTo("/renewal");
        assertThat(visitor.text()).contains("<h1>電子証明書更新選択</h1>", "action=\"/certificate/app\"", START)
                .contains("id=\"later\" href=\"/top\"").doesNotContain("screen-id", OLD_WAY);
        assertThat(visitor.text("common-name")).isEqualTo(CommonName.of(holder.certificate()));
        assertThat(visitor.text("renewal-notice")).contains("あと20日");
        visitor.open("/top");
        assertThat(visitor.text()).contains("<h1>トップページ</h1>", START, OLD_WAY).doesNotContain("screen-id");
        assertThat(visitor.text("renewal-notice")).contains("あと20日");
        assertThat(visitor.text("logged-in-as")).isEqualTo(holder.user().loginId());
    }

    @Test
    @DisplayName("are the top page at once, without the button, while a certificate has longer to go")
    void early() throws IOException {
        Holder holder = Holder.of(BANK, Duration.ofDays(42));
        Visitor visitor = Visitor.loggedIn(BANK, holder);
        assertThat(visitor.open("/renewal").status()).isEqualTo(200);
        assertThat(visitor.path()).isEqualTo("/top");
        assertThat(visitor.text()).doesNotContain(START, OLD_WAY, "renewal-notice");
        assertThat(visitor.text("common-name")).isEqualTo(CommonName.of(holder.certificate()));
        assertThat(visitor.text("serial-number")).isEqualTo(holder.certificate().getSerialNumber().toString(16));
        assertThat(visitor.text("valid-until")).matches("20[0-9]{2}年[0-9]+月[0-9]+日 [0-9:]{8}");
        assertThat(visitor.text("certificate-state")).isEqualTo("発行済み");
    }

    @Test
    @DisplayName("say after a login by password how it stands with the certificate of the login id, and offer its renewal")
    void byPassword() throws IOException {
        Holder holder = Holder.of(BANK, SOON);
        Visitor visitor = Visitor.loggedIn(BANK, holder.user());
        assertThat(visitor.path()).isEqualTo("/top");
        assertThat(visitor.text()).contains(START, OLD_WAY);
        assertThat(visitor.text("valid-until")).isNotEmpty();
        Visitor without = Visitor.loggedIn(BANK, BANK.addUser());
        assertThat(without.text()).doesNotContain(START, OLD_WAY, "valid-until");
        assertThat(without.text("certificate-state")).isEqualTo("未発行");
        Visitor expired = Visitor.loggedIn(BANK, Holder.of(BANK, Duration.ofDays(-1)).user());
        assertThat(expired.text()).doesNotContain(START, OLD_WAY);
        assertThat(expired.text("certificate-state")).isEqualTo("期限切れ");
    }

    @Test
    @DisplayName("offer no renewal of a certificate that was renewed")
    void renewed() throws IOException {
        Holder holder = Holder.of(BANK, SOON);
        assertThat(holder.renew(holder.request()).status()).isEqualTo(200);
        assertThat(Visitor.loggedIn(BANK, holder).text()).doesNotContain(START, OLD_WAY);
        assertThat(Visitor.loggedIn(BANK, holder.user()).text()).doesNotContain(START, OLD_WAY);
    }

    @Test
    @DisplayName("lead the old way of renewing to CCHK902: the browser can't, and with a revoked certificate nobody can")
    void oldWay() throws IOException {
        Holder holder = Holder.of(BANK, SOON);
        Visitor visitor = Visitor.loggedIn(BANK, holder);
        visitor.open("/renewal/browser");
        assertThat(visitor.text("screen-id")).isEqualTo("CCHK902");
        assertThat(visitor.text("error-code")).isEqualTo("BZBE001011");
        BANK.revoke(holder.user().loginId());
        visitor.open("/top");
        assertThat(visitor.text("certificate-state")).isEqualTo("失効済み");
        assertThat(visitor.text()).contains(OLD_WAY).doesNotContain(START);
        visitor.open("/renewal/browser");
        assertThat(visitor.text("error-code")).isEqualTo("BZBE011008");
        assertThat(Visitor.loggedIn(BANK, holder.user()).text()).contains(OLD_WAY).doesNotContain(START);
    }

    @Test
    @DisplayName("lead nowhere by the old way when it isn't time")
    void oldWayEarly() throws IOException {
        Visitor visitor = Visitor.loggedIn(BANK, BANK.addUser());
        visitor.open("/renewal/browser");
        assertThat(visitor.path()).isEqualTo("/top");
    }

    @ParameterizedTest
    @CsvSource({"BZBE001011", "BZBE011008"})
    @DisplayName("show CCHK902 to anybody who wants to see it")
    void abnormalEnd(String code) throws IOException {
        Visitor visitor = Visitor.of(BANK);
        assertThat(visitor.open("/abnormal-end/" + code).status()).isEqualTo(200);
        assertThat(visitor.text()).contains("<h1>異常終了</h1>");
        assertThat(visitor.text("screen-id")).isEqualTo("CCHK902");
        assertThat(visitor.text("error-code")).isEqualTo(code);
        assertThat(visitor.open("/abnormal-end/BZBE000000").status()).isEqualTo(404);
    }
}
