package jp.inkan.e2e.bank;

import static org.assertj.core.api.Assertions.assertThat;

import io.nayuki.qrcodegen.QrCode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import javax.imageio.ImageIO;
import jp.inkan.e2e.bank.state.Plan;
import jp.inkan.e2e.bank.state.Step;
import jp.inkan.e2e.bank.token.Pictures;
import jp.inkan.e2e.bank.token.Token;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The practice users' tokens")
class TokenPagesTest {
    private static final String CODE = "INKAN1:9999:ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";

    private static PracticeBank bank;
    private static Browser browser;

    @BeforeAll
    static void open() throws IOException {
        bank = PracticeBank.start(BankOptions.defaults()
                .withClock(Clock.fixed(Instant.parse("2031-12-31T15:04:05.6Z"), ZoneOffset.UTC)));
        browser = Browser.of(bank);
    }

    @AfterAll
    static void close() throws IOException {
        bank.close();
    }

    @Test
    @DisplayName("are listed on a page, to which the help of both hosts leads, with every user and what they practise")
    void help() throws IOException {
        for (Answer help : new Answer[] {browser.get("/help"), browser.getFromCertificateHost("/help")}) {
            assertThat(help.text()).contains("href=\"https://www.cc9999.bizsol.anser.ne.jp/token\"", "時刻の同期",
                    "トランザクション認証(QRコード)、次にワンタイムパスワード、次に質問",
                    "G010e", "G011e", "G012e", "G013e", "G014e", "G015e", "G020e");
            bank.users().forEach(user -> assertThat(help.text())
                    .contains("<td>" + user.loginId() + "</td><td><code>" + user.password() + "</code></td>"));
            bank.users().stream().flatMap(user -> user.plan().question().stream())
                    .forEach(question -> assertThat(help.text()).contains(question.text(), question.answer()));
        }
        String list = browser.get("/token").text();
        assertThat(list)
                .contains("\"/token/logid032\"", "\"/token/logid033/qr\"", "\"/token/logid035\"",
                        "\"/token/logid035/qr\"", "\"/token/logid036\"")
                .doesNotContain("logid031", "logid034", "logid041", "\"/token/logid032/qr\"", "\"/token/logid033\"");
    }

    @Test
    @DisplayName("show the number now, the next one and the seconds between, and come again by themselves then")
    void numbers() throws IOException {
        var user = bank.addUser(Plan.asking(Step.ONE_TIME_PASSWORD).withDrift(Duration.ofSeconds(-130)));
        Token token = Token.of(user);
        Answer answer = browser.get("/token/" + user.loginId());
        // 15:04:05.6 is 15:01:55.6 for this token.
        assertThat(answer.text()).contains("<span id=\"seconds-left\">5</span>",
                "id=\"number-now\">" + token.oneTimePassword(bank.now()) + "<",
                "id=\"number-next\">" + token.oneTimePassword(bank.now().plusSeconds(60)) + "<");
        assertThat(answer.header("Refresh")).isEqualTo("5");
        assertThat(token.oneTimePassword(bank.now().plusSeconds(5)))
                .isEqualTo(token.oneTimePassword(bank.now().plusSeconds(60)));
    }

    @Test
    @DisplayName("are there for a login id with markup, spaces and letters of Japan")
    void escaping() throws IOException {
        String nasty = "<b> \"&' 花子+";
        bank.addUser(nasty, Plan.asking(Step.TRANSACTION));
        String path = "/token/" + URLEncoder.encode(nasty, StandardCharsets.UTF_8).replace("+", "%20");
        assertThat(browser.get("/token").text()).contains("href=\"" + path + "/qr\"").doesNotContain("<b>");
        assertThat(browser.get(path).text()).contains("&lt;b&gt;").doesNotContain("<b>");
        assertThat(browser.get(path + "/qr").text()).contains("action=\"" + path + "/qr\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/token/nobody", "/token/nobody/qr", "/token/logid031/else"})
    @DisplayName("aren't there for nobody")
    void nobody(String path) throws IOException {
        assertThat(browser.get(path).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg"})
    @DisplayName("read a QR code out of the picture of a screen")
    void picture(String format) throws IOException {
        var user = bank.addUser(Plan.asking(Step.TRANSACTION));
        assertThat(browser.get("/token/" + user.loginId() + "/qr").text()).contains("type=\"file\"");
        Answer answer = upload(user.loginId(), file(screen(CODE, BufferedImage.TYPE_INT_RGB), format));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.text())
                .contains("id=\"transaction-number\">" + Token.of(user).transactionNumber(CODE) + "<");
    }

    @Test
    @DisplayName("read the code of a real sign-in, and the bank takes the number")
    void signIn() throws IOException {
        Caller caller = Caller.of(bank, Plan.asking(Step.TRANSACTION));
        BufferedImage screen = screen(caller.next().get("code").asText(), BufferedImage.TYPE_INT_RGB);
        String text = jp.inkan.e2e.bank.token.QrCode.read(screen).orElseThrow();
        assertThat(caller.goOn(caller.token().transactionNumber(text))).isEqualTo("enrol");
    }

    @Test
    @DisplayName("see a QR code on nothing as one on white, and none where none is")
    void transparent() {
        assertThat(jp.inkan.e2e.bank.token.QrCode.read(screen(CODE, BufferedImage.TYPE_INT_ARGB))).contains(CODE);
        assertThat(jp.inkan.e2e.bank.token.QrCode.read(new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB)))
                .isEmpty();
    }

    @Test
    @DisplayName("say so when a file is no picture, a broken one, one without a code or with another's")
    void unreadable() throws IOException {
        byte[] png = file(screen(CODE, BufferedImage.TYPE_INT_RGB), "png");
        byte[] nothing = file(new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB), "png");
        byte[] another = file(screen("https://example.com/?a=b", BufferedImage.TYPE_INT_RGB), "png");
        for (byte[] bytes : new byte[][] {
            {}, "<svg/>".getBytes(), Arrays.copyOf(png, png.length / 2), nothing, another}) {
            Answer answer = upload("logid033", bytes);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.text()).contains("読み取れませんでした", "type=\"file\"").doesNotContain("transaction-number");
        }
    }

    @Test
    @DisplayName("don't open a picture that says it is larger than memory")
    void bomb() throws IOException {
        byte[] png = file(screen(CODE, BufferedImage.TYPE_INT_RGB), "png");
        assertThat(Pictures.read(png)).isPresent();
        // Width and height of the header are at 16 and 20; nobody checks the checksum before the size.
        Arrays.fill(png, 16, 24, (byte) 0x7F);
        assertThat(Pictures.read(png)).isEmpty();
    }

    @Test
    @DisplayName("take five megabytes and refuse more; other requests still have their 64 KiB")
    void size() throws IOException {
        byte[] png = file(screen(CODE, BufferedImage.TYPE_INT_RGB), "png");
        assertThat(upload("logid033", Arrays.copyOf(png, 5 * 1024 * 1024 - 1024)).status()).isEqualTo(200);
        assertThat(upload("logid033", Arrays.copyOf(png, 5 * 1024 * 1024)).status()).isEqualTo(413);
        assertThat(browser.post("/token/logid033/qr", "image/png", new byte[70_000]).status()).isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "--b", "--b\r\nContent-Disposition: form-data; name=\"picture\"; filename=\"a.png\"\r\n\r\nabc",
        "--b\r\nContent-Disposition: form-data; name=\"other\"; filename=\"a.png\"\r\n\r\nabc\r\n--b--\r\n",
        "--b\r\nContent-Disposition: form-data; name=\"picture\"\r\n\r\nabc\r\n--b--\r\n", "picture=x"})
    @DisplayName("ask again when a form isn't one, and keep nothing open")
    void badForm(String body) throws IOException {
        for (String type : new String[] {"multipart/form-data; boundary=b", "multipart/form-data",
            "application/x-www-form-urlencoded"}) {
            Answer answer = browser.post("/token/logid033/qr", type, body.getBytes());
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.text()).contains("読み取れませんでした");
        }
    }

    private static Answer upload(String loginId, byte[] file) throws IOException {
        return browser.send(browser.request(bank.url().getHost(), "/token/" + loginId + "/qr")
                .post(new MultipartBody.Builder().setType(MultipartBody.FORM).addFormDataPart("picture", "写し.png",
                        RequestBody.create(file, MediaType.get("image/png"))).build()));
    }

    /** A window with a code in it, light grey or see-through, as large as it'd be on a screen. */
    private static BufferedImage screen(String text, int type) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        BufferedImage image = new BufferedImage(900, 600, type);
        boolean opaque = type == BufferedImage.TYPE_INT_RGB;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                boolean dark = code.getModule(Math.floorDiv(x - 330, 5), Math.floorDiv(y - 210, 5));
                image.setRGB(x, y, dark ? 0xFF14365F : opaque ? 0xFFF3F5F8 : 0);
            }
        }
        return image;
    }

    private static byte[] file(BufferedImage image, String format) throws IOException {
        var bytes = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, bytes)).isTrue();
        return bytes.toByteArray();
    }
}
