package jp.inkan.e2e.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Collectors;
import jp.inkan.e2e.SharedBank;
import jp.inkan.e2e.bank.state.Plan;
import jp.inkan.e2e.bank.state.Step;
import jp.inkan.e2e.bank.token.Pictures;
import jp.inkan.e2e.bank.token.QrCode;
import jp.inkan.e2e.bank.token.Token;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The practice users' tokens, shown a picture,")
class TokenCameraTest {
    private static final String CODE = "INKAN1:9999:ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";
    private static final PracticeBank BANK = SharedBank.get();
    private static final Browser BROWSER = Browser.of(BANK);

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg"})
    @DisplayName("read a QR code out of the picture of a screen")
    void picture(String format) throws IOException {
        var user = BANK.addUser(Plan.asking(Step.TRANSACTION));
        assertThat(BROWSER.get("/token/" + user.loginId() + "/qr").text()).contains("type=\"file\"");
        Answer answer = upload(user.loginId(), Pixels.file(Pixels.screen(CODE, BufferedImage.TYPE_INT_RGB), format));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.text())
                .contains("id=\"transaction-number\">" + Token.of(user).transactionNumber(CODE) + "<");
    }

    @Test
    @DisplayName("read each of a thousand codes as a screen shows them, crisp and in 260 pixels")
    void each() {
        var random = new Random(1);
        for (int i = 0; i < 1000; i++) {
            String text = "INKAN1:9999:" + random.ints(32, 'A', 'Z' + 1).mapToObj(Character::toString).collect(Collectors.joining());
            assertThat(QrCode.read(Pixels.code(text, 260))).contains(text);
        }
    }

    @Test
    @DisplayName("read the code of a real sign-in, and the bank takes the number")
    void signIn() throws IOException {
        Caller caller = Caller.of(BANK, Plan.asking(Step.TRANSACTION));
        BufferedImage screen = Pixels.screen(caller.next().get("code").asText(), BufferedImage.TYPE_INT_RGB);
        String text = QrCode.read(screen).orElseThrow();
        assertThat(caller.goOn(caller.token().transactionNumber(text))).isEqualTo("enrol");
    }

    @Test
    @DisplayName("see a QR code on nothing as one on white, and none where none is")
    void transparent() {
        assertThat(QrCode.read(Pixels.screen(CODE, BufferedImage.TYPE_INT_ARGB))).contains(CODE);
        assertThat(QrCode.read(new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB)))
                .isEmpty();
    }

    @Test
    @DisplayName("say so when a file is no picture, a broken one, one without a code or with another's")
    void unreadable() throws IOException {
        byte[] png = Pixels.file(Pixels.screen(CODE, BufferedImage.TYPE_INT_RGB), "png");
        byte[] nothing = Pixels.file(new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB), "png");
        byte[] another = Pixels.file(Pixels.screen("https://example.com/?a=b", BufferedImage.TYPE_INT_RGB), "png");
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
        byte[] png = Pixels.file(Pixels.screen(CODE, BufferedImage.TYPE_INT_RGB), "png");
        assertThat(Pictures.read(png)).isPresent();
        // Width and height of the header are at 16 and 20; nobody checks the checksum before the size.
        Arrays.fill(png, 16, 24, (byte) 0x7F);
        assertThat(Pictures.read(png)).isEmpty();
    }

    @Test
    @DisplayName("take five megabytes and refuse more; other requests still have their 64 KiB")
    void size() throws IOException {
        byte[] png = Pixels.file(Pixels.screen(CODE, BufferedImage.TYPE_INT_RGB), "png");
        assertThat(upload("logid033", Arrays.copyOf(png, 5 * 1024 * 1024 - 1024)).status()).isEqualTo(200);
        assertThat(upload("logid033", Arrays.copyOf(png, 5 * 1024 * 1024)).status()).isEqualTo(413);
        assertThat(BROWSER.post("/token/logid033/qr", "image/png", new byte[70_000]).status()).isEqualTo(413);
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
            Answer answer = BROWSER.post("/token/logid033/qr", type, body.getBytes());
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.text()).contains("読み取れませんでした");
        }
    }

    private static Answer upload(String loginId, byte[] file) throws IOException {
        return BROWSER.send(BROWSER.request(BANK.url().getHost(), "/token/" + loginId + "/qr")
                .post(new MultipartBody.Builder().setType(MultipartBody.FORM).addFormDataPart("picture", "写し.png",
                        RequestBody.create(file, MediaType.get("image/png"))).build()));
    }
}
