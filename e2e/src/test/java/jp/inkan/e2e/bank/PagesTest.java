package jp.inkan.e2e.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import okhttp3.RequestBody;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The bank's pages")
class PagesTest {
    private static final String ANOTHER = "www.cc2235.bizsol.anser.ne.jp";

    private static PracticeBank bank;
    private static Browser browser;

    @BeforeAll
    static void open() throws IOException {
        bank = PracticeBank.start(BankOptions.defaults().withExtraNames(
                "www.cc9999.bizsol.anser.ne.jp.example.com", ANOTHER));
        browser = Browser.of(bank);
    }

    @AfterAll
    static void close() throws IOException {
        bank.close();
    }

    @Test
    @DisplayName("begin at BLGI001 with its three buttons and its form")
    void login() throws IOException {
        Answer start = browser.get("/");
        assertThat(start.status()).isEqualTo(303);
        assertThat(start.header("Location")).isEqualTo("/login");
        assertThat(browser.get("/login").text())
                .contains("<span id=\"screen-id\">BLGI001</span>")
                .contains("href=\"https://cert.cc9999.bizsol.anser.ne.jp/login\">ログイン</a>")
                .contains("href=\"/certificate\">電子証明書発行</a>")
                .contains("<label for=\"login-id\">ログインID</label>")
                .contains("<label for=\"password\">ログインパスワード</label>")
                .contains(">ログイン</button>")
                .contains(">ヘルプ</a>")
                .contains("練習用です");
    }

    @Test
    @DisplayName("have BSMS001 with its steps and buttons, all of which lead somewhere")
    void certificate() throws IOException {
        assertThat(browser.get("/certificate").text())
                .contains("<span id=\"screen-id\">BSMS001</span>")
                .contains(">個人認証</li>", ">証明書取得</li>", ">処理中</li>", ">取得完了</li>")
                .contains(">ログインID取得</button>")
                .contains(">証明書発行アプリのダウンロード</button>")
                .contains(">証明書発行アプリの起動</button>");
        assertThat(browser.get("/certificate/app").text()).contains("拡張機能 Inkan が必要です");
        assertThat(browser.get("/certificate/download").status()).isEqualTo(200);
        assertThat(browser.get("/certificate/login-id").status()).isEqualTo(200);
        assertThat(browser.get("/help").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login", "/certificate", "/certificate/app", "/help", "/token", "/token/logid032",
        "/token/logid033/qr", "/nothing", "/top", "/clock", "/abnormal-end/BZBE001011"})
    @DisplayName("are UTF-8 under a policy that allows neither scripts from elsewhere nor inline ones nor frames")
    void policy(String path) throws IOException {
        Answer answer = browser.get(path);
        assertThat(answer.header("Content-Type")).isEqualTo("text/html; charset=utf-8");
        assertThat(answer.header("Content-Security-Policy")).isEqualTo("default-src 'self'; frame-src 'none'");
        assertThat(answer.text()).doesNotContain("<script", "<style", " style=", " onclick=");
    }

    @Test
    @DisplayName("bring their style and icon themselves, on both hosts")
    void assets() throws IOException {
        assertThat(browser.get("/style.css").header("Content-Type")).isEqualTo("text/css; charset=utf-8");
        assertThat(browser.getFromCertificateHost("/style.css").status()).isEqualTo(200);
        assertThat(browser.get("/icon.svg").header("Content-Type")).isEqualTo("image/svg+xml");
    }

    @Test
    @DisplayName("refuse wrong paths, methods and sizes with a page; programs get a problem document")
    void refusals() throws IOException {
        assertThat(browser.get("/nothing").status()).isEqualTo(404);
        Answer method = browser.post("/certificate", "text/plain", new byte[0]);
        assertThat(method.status()).isEqualTo(405);
        assertThat(method.header("Allow")).isEqualTo("GET");
        assertThat(browser.post("/login", "application/x-www-form-urlencoded", new byte[70_000]).status())
                .isEqualTo(413);
        Answer program = browser.get("/inkan/v1/sessions");
        assertThat(program.status()).isEqualTo(405);
        assertThat(program.header("Allow")).isEqualTo("POST");
        assertThat(program.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(browser.get("/.well-known/nothing").json().get("type").asText()).isEqualTo("about:blank");
    }

    @Test
    @DisplayName("refuse a path that isn't one with a plain line that shows nothing of the server")
    void badUri() throws IOException {
        Answer answer = browser.get("/%E3");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("受け付けられません").doesNotContainIgnoringCase("jetty", "exception");
    }

    @Test
    @DisplayName("answer HEAD like GET, without the body")
    void head() throws IOException {
        Answer answer = browser.send(browser.request(bank.url().getHost(), "/login").head());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Length")).isNotEqualTo("0");
        assertThat(answer.body()).isEmpty();
    }

    @Test
    @DisplayName("are there under a further name too, with a certificate that holds for it")
    void lookAlike() throws IOException {
        Answer answer = browser.send(browser.request("www.cc9999.bizsol.anser.ne.jp.example.com", "/certificate"));
        assertThat(answer.text()).contains("BSMS001");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login", "/certificate", "/help", "/token", "/clock", "/abnormal-end/BZBE001011", "/style.css"})
    @DisplayName("are the same under the name of another institution")
    void anotherInstitution(String path) throws IOException {
        String there = browser.send(browser.request(ANOTHER, path)).text();
        assertThat(there.replaceAll("[0-9]+:[0-9]+:[0-9]+", "")).isNotEmpty()
                .isEqualTo(browser.get(path).text().replaceAll("[0-9]+:[0-9]+:[0-9]+", ""));
    }

    @Test
    @DisplayName("let customers log in under the name of another institution, and stay there")
    void logInElsewhere() throws IOException {
        Visitor visitor = Visitor.of(bank, ANOTHER);
        Holder holder = Holder.of(bank, Duration.ofDays(20));
        assertThat(visitor.logIn(holder.user()).status()).isEqualTo(200);
        assertThat(visitor.path()).isEqualTo("/top");
        assertThat(visitor.text()).contains(">証明書発行アプリ起動</button>").doesNotContain("href=\"https://www.cc9999");
        assertThat(visitor.open("/renewal").text()).contains("電子証明書更新選択");
    }

    @Test
    @DisplayName("know no client certificate on the first host")
    void anonymous() throws IOException {
        Answer answer = browser.send(browser.request(bank.url().getHost(), "/login")
                .post(RequestBody.create("loginId=a&password=b".getBytes(), null)));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(bank.logins()).isEmpty();
    }
}
