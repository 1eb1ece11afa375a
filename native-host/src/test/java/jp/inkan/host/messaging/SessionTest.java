package jp.inkan.host.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Over real pipes; the key store is an empty one in memory, and no bank is ever called. */
@DisplayName("A session")
@Timeout(20)
class SessionTest {
    private static final String PRACTICE = "https://www.cc9999.bizsol.anser.ne.jp";

    private final Semaphore warmUps = new Semaphore(0);
    private final Port port = Port.open(warmUps::release);

    @AfterEach
    void close() {
        port.close();
    }

    private void hello() {
        hello(port);
    }

    private static void hello(Port port) {
        port.send("{'type':'hello','id':'m1','protocol':1,'version':'0.1.0','minimumHost':'0.1.0','browser':'edge','language':'ja'}");
        assertThat(port.receive().path("type").asText()).isEqualTo("welcome");
    }

    private void assertError(String id, String reason) {
        assertError(port, id, reason);
    }

    private static void assertError(Port port, String id, String reason) {
        JsonNode error = port.receive();
        assertThat(error.path("type").asText()).isEqualTo("error");
        assertThat(error.path("id").asText(null)).isEqualTo(id);
        assertThat(error.path("reason").asText()).isEqualTo(reason);
    }

    @Test
    @DisplayName("answers hello with its version, then warms up once")
    void welcome() throws InterruptedException {
        hello();
        assertThat(warmUps.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
        port.awaitEnd();
        assertThat(warmUps.availablePermits()).isZero();
    }

    @Test
    @DisplayName("answers nothing before hello, and no second hello")
    void helloFirst() {
        port.send("{'type':'list','id':'m2','institution':'9999','origin':'" + PRACTICE + "'}");
        assertError("m2", "hello-first");
        hello();
        port.send("{'type':'hello','id':'m3','protocol':1,'version':'0.1.0','minimumHost':'0.1.0','browser':'edge','language':'ja'}");
        assertError("m3", "hello-first");
    }

    @Test
    @DisplayName("with an extension too old for it names the extension, and answers nothing else")
    void incompatible() {
        port.send("{'type':'hello','id':'m1','protocol':1,'version':'0.0.1','minimumHost':'0.1.0','browser':'edge','language':'ja'}");
        JsonNode answer = port.receive();
        assertThat(answer.path("type").asText()).isEqualTo("incompatible");
        assertThat(answer.path("update").asText()).isEqualTo("extension");
        port.send("{'type':'list','id':'m2','institution':'9999','origin':'" + PRACTICE + "'}");
        assertError("m2", "hello-first");
        assertThat(warmUps.availablePermits()).isZero();
    }

    @Test
    @DisplayName("lists for the institution whose page the tab shows")
    void list() {
        hello();
        port.send("{'type':'list','id':'m2','institution':'9999','origin':'" + PRACTICE + "'}");
        JsonNode answer = port.receive();
        assertThat(answer.path("type").asText()).isEqualTo("certificates");
        assertThat(answer.at("/institution/name/ja").asText()).isEqualTo("練習用");
        assertThat(answer.at("/institution/practice").asBoolean()).isTrue();
    }

    @Test
    @DisplayName("refuses an institution that the tab's origin doesn't match, or that it doesn't know")
    void origins() {
        hello();
        for (String origin : new String[] {
            "https://www.cc2235.bizsol.anser.ne.jp", "https://www.cc9999.bizsol.anser.ne.jp.example.jp", "https://cc9999"
        }) {
            for (String type : new String[] {"list", "issue"}) {
                port.send("{'type':'" + type + "','id':'m2','institution':'9999','origin':'" + origin + "'}");
                assertError("m2", "origin-mismatch");
            }
        }
        port.send("{'type':'issue','id':'m3','institution':'0000','origin':'https://www.cc0000.bizsol.anser.ne.jp'}");
        assertError("m3", "institution-unknown");
    }

    @Test
    @DisplayName("doesn't reach for the practice bank where no practice configuration names it")
    void noPractice() {
        try (Port alone = Port.withoutPractice()) {
            hello(alone);
            alone.send("{'type':'issue','id':'m2','institution':'9999','origin':'" + PRACTICE + "'}");
            assertError(alone, "m2", "institution-unknown");
            alone.send("{'type':'renew','id':'m3','institution':'9999','origin':'" + PRACTICE + "','certificate':'c'}");
            assertError(alone, "m3", "institution-unknown");
            alone.send("{'type':'survey','id':'m4'}");
            assertThat(alone.receive().at("/institutions").findValuesAsText("code")).doesNotContain("9999").contains("2235");
        }
    }

    @Test
    @DisplayName("issues and renews nothing at a bank that doesn't speak our protocol, and lists its certificates all the same")
    void unsupported() {
        hello();
        String origin = "https://www.cc2235.bizsol.anser.ne.jp";
        port.send("{'type':'issue','id':'m2','institution':'2235','origin':'" + origin + "'}");
        assertError("m2", "institution-unsupported");
        port.send("{'type':'renew','id':'m3','institution':'2235','origin':'" + origin + "','certificate':'c'}");
        assertError("m3", "institution-unsupported");
        port.send("{'type':'list','id':'m4','institution':'2235','origin':'" + origin + "'}");
        assertThat(port.receive().at("/institution/supported").asBoolean(true)).isFalse();
    }

    @Test
    @DisplayName("takes the extension's own origin for any institution, and no other extension's")
    void ownTab() {
        hello();
        port.send("{'type':'list','id':'m2','institution':'2235','origin':'" + Port.EXTENSION + "'}");
        assertThat(port.receive().path("type").asText()).isEqualTo("certificates");
        port.send("{'type':'list','id':'m3','institution':'2235','origin':'chrome-extension://" + "a".repeat(32) + "'}");
        assertError("m3", "origin-mismatch");
    }

    @Test
    @DisplayName("surveys every institution it knows, the practice bank among them where one is configured")
    void survey() {
        hello();
        port.send("{'type':'survey','id':'m2'}");
        JsonNode overview = port.receive();
        assertThat(overview.path("type").asText()).isEqualTo("overview");
        assertThat(overview.findValuesAsText("code")).containsExactly("2146", "2224", "2235", "2549", "9999");
    }

    @Test
    @DisplayName("renews and removes no certificate that isn't here")
    void unknownCertificate() {
        hello();
        port.send("{'type':'renew','id':'m2','institution':'9999','origin':'" + PRACTICE + "','certificate':'0123456789abcdef'}");
        JsonNode failed = port.receive();
        assertThat(failed.path("type").asText()).isEqualTo("failed");
        assertThat(failed.path("reason").asText()).isEqualTo("certificate-unknown");
        port.send("{'type':'remove','id':'m3','institution':'9999','origin':'" + PRACTICE + "','certificate':'0123456789abcdef'}");
        assertError("m3", "certificate-unknown");
    }

    @Test
    @DisplayName("opens one flow at a time; going back from its first prompt leaves nothing")
    void oneFlow() {
        String bank = PRACTICE;
        hello();
        port.send("{'type':'issue','id':'m2','institution':'9999','origin':'" + bank + "'}");
        assertThat(port.receive().path("screen").asText()).isEqualTo("CCHK002");
        port.send("{'type':'issue','id':'m3','institution':'9999','origin':'" + bank + "'}");
        assertError("m3", "flow-busy");
        port.send("{'type':'cancel','id':'m4','flow':'other'}");
        assertError("m4", "flow-unknown");

        port.send("{'type':'cancel','id':'m5','flow':'m2'}");
        JsonNode cancelled = port.receive();
        assertThat(cancelled.path("type").asText()).isEqualTo("cancelled");
        assertThat(cancelled.path("flow").asText()).isEqualTo("m2");

        port.send("{'type':'issue','id':'m6','institution':'9999','origin':'" + bank + "'}");
        assertThat(port.receive().path("flow").asText()).isEqualTo("m6");
        assertThat(port.store().keysMade()).isZero();
    }

    @Test
    @DisplayName("takes an answer only for the prompt that is open, with its fields; one that is too long is asked for again")
    void answers() {
        hello();
        port.send("{'type':'issue','id':'m2','institution':'9999','origin':'https://www.cc9999.bizsol.anser.ne.jp'}");
        String prompt = port.receive().path("prompt").asText();
        port.send("{'type':'answer','id':'m3','flow':'m2','prompt':'p99','fields':{'loginId':'a','password':'b'}}");
        assertError("m3", "prompt-unknown");
        port.send("{'type':'answer','id':'m4','flow':'m2','prompt':'" + prompt + "','fields':{'password':'b'}}");
        assertError("m4", "prompt-unknown");

        port.send("{'type':'answer','id':'m5','flow':'m2','prompt':'" + prompt + "','fields':{'loginId':'a','password':'"
                + "x".repeat(65) + "'}}");
        JsonNode again = port.receive();
        assertThat(again.path("screen").asText()).isEqualTo("CCHK002");
        assertThat(again.at("/problem/code").asText()).isEqualTo("G006e");
        assertThat(again.at("/problem/reason").asText()).isEqualTo("input-invalid");
        assertThat(again.path("prompt").asText()).isNotEqualTo(prompt);
    }

    @Test
    @DisplayName("survives what it can't read")
    void garbage() {
        hello();
        port.send("{'type':'list'");
        assertError(null, "message-malformed");
        port.send("{'type':'dance','id':'m2'}");
        assertError("m2", "type-unknown");
        port.send("{'type':'list','id':'m3','institution':'9999','origin':'" + PRACTICE + "'}");
        assertThat(port.receive().path("type").asText()).isEqualTo("certificates");
    }

    @Test
    @DisplayName("ends after a frame that is too large, having said so")
    void tooLarge() {
        hello();
        port.sendHeader(Frames.LIMIT + 1);
        assertError(null, "message-too-large");
        port.awaitEnd();
    }

    @Test
    @DisplayName("ends with an open prompt when the browser goes away")
    void browserGone() {
        hello();
        port.send("{'type':'issue','id':'m2','institution':'9999','origin':'https://www.cc9999.bizsol.anser.ne.jp'}");
        assertThat(port.receive().path("screen").asText()).isEqualTo("CCHK002");
        port.hangUp();
        port.awaitEnd();
        assertThat(port.store().keysMade()).isZero();
    }
}
