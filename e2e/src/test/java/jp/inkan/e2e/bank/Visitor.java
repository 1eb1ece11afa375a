package jp.inkan.e2e.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.inkan.e2e.bank.state.User;

/** Somebody at the bank's pages whose browser keeps one cookie and goes where it is sent. */
final class Visitor {
    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"formToken\" value=\"([A-Za-z0-9_-]{43})\"");
    private static final int MOST_REDIRECTS = 5;

    private final Browser browser;
    private final String host;
    private String setCookie = "";
    private String path = "";
    private Answer page;

    private Visitor(PracticeBank bank, String host) {
        this.browser = Browser.of(bank);
        this.host = host;
    }

    static Visitor of(PracticeBank bank) {
        return new Visitor(bank, bank.url().getHost());
    }

    /** At a further name of the bank's. */
    static Visitor of(PracticeBank bank, String host) {
        return new Visitor(bank, host);
    }

    static Visitor loggedIn(PracticeBank bank, User user) throws IOException {
        Visitor visitor = of(bank);
        visitor.logIn(user);
        return visitor;
    }

    static Visitor loggedIn(PracticeBank bank, Holder holder) throws IOException {
        Visitor visitor = of(bank);
        Answer sent = holder.atCertificateHost().getFromCertificateHost("/login");
        assertThat(sent.status()).as(sent.text()).isEqualTo(303);
        URI location = URI.create(sent.header("Location"));
        assertThat(location.getHost()).isEqualTo(bank.url().getHost());
        visitor.open(location.getPath());
        return visitor;
    }

    Answer logIn(User user) throws IOException {
        return send("/login", "loginId", user.loginId(), "password", user.password());
    }

    Answer open(String where) throws IOException {
        return follow(where, browser.send(browser.request(host, where).header("Cookie", cookie())), MOST_REDIRECTS);
    }

    /** Sends the form of the page that is open, with these fields. */
    Answer submit(String where, String... fields) throws IOException {
        List<String> all = new ArrayList<>(List.of("formToken", formToken()));
        all.addAll(List.of(fields));
        return send(where, all.toArray(String[]::new));
    }

    /** Sends a form with these fields and no others. */
    Answer send(String where, String... fields) throws IOException {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < fields.length; i += 2) {
            pairs.add(fields[i] + "=" + URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        return follow(where, browser.send(browser.request(host, where)
                .post(okhttp3.RequestBody.create(String.join("&", pairs).getBytes(StandardCharsets.UTF_8), null))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Cookie", cookie())), MOST_REDIRECTS);
    }

    /** Of the page that is open. */
    String text() {
        return page.text();
    }

    String path() {
        return path;
    }

    /** The text of the element with an id, or nothing at all. */
    String text(String id) {
        Matcher matcher = Pattern.compile("id=\"" + id + "\"[^>]*>([^<]*)<").matcher(text());
        return matcher.find() ? matcher.group(1).strip() : "";
    }

    String formToken() {
        Matcher matcher = FORM_TOKEN.matcher(text());
        assertThat(matcher.find()).as(text()).isTrue();
        return matcher.group(1);
    }

    /** The last Set-Cookie. */
    String setCookie() {
        return setCookie;
    }

    private String cookie() {
        return setCookie.split(";", 2)[0];
    }

    private Answer follow(String where, Answer answer, int redirects) throws IOException {
        if (answer.header("Set-Cookie") != null) {
            setCookie = answer.header("Set-Cookie");
        }
        if (answer.status() == 303) {
            assertThat(redirects).isPositive();
            String location = answer.header("Location");
            return follow(location, browser.send(browser.request(host, location).header("Cookie", cookie())),
                    redirects - 1);
        }
        path = where;
        page = answer;
        return answer;
    }
}
