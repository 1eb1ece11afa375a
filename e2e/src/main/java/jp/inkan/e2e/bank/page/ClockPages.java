package jp.inkan.e2e.bank.page;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import jp.inkan.e2e.bank.http.Ask;
import jp.inkan.e2e.bank.http.Reply;
import jp.inkan.e2e.bank.http.Site;
import jp.inkan.e2e.bank.state.BankClock;
import jp.inkan.e2e.bank.state.Institution;

/** 時計: moves the bank's time on, for people who can't wait until a certificate is about to expire. */
final class ClockPages {
    /** 326 days after its issue, a certificate of 366 days has 40 to go. */
    private static final List<String> DAYS = List.of("1", "30", "326");
    private static final String BACK = "now";

    private final Institution bank;
    private final BankClock clock;

    ClockPages(Institution bank, BankClock clock) {
        this.bank = bank;
        this.clock = clock;
    }

    void on(Site site) {
        site.get("/clock", ask -> screen().reply(bank));
        site.post("/clock", this::move);
    }

    private Reply move(Ask ask) throws IOException {
        String to = to(ask);
        if (to.equals(BACK)) {
            clock.reset();
        } else if (DAYS.contains(to)) {
            clock.move(Duration.ofDays(Long.parseLong(to)));
        }
        return Redirect.to("/clock");
    }

    private static String to(Ask ask) {
        try {
            return Form.read(ask).field("to");
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private Screen screen() {
        return Screen.plain(200, "時計", Html.of("""
                <section>
                <p>練習用の銀行の時計です。進めると、電子証明書の期限が近づいたときや切れたときの練習ができます。\
                このパソコンの時計は変わりません。</p>
                <dl>
                <dt>銀行の時刻(日本時間)</dt><dd id="bank-time">%s</dd>
                <dt>進めた日数</dt><dd id="days-ahead">%s日</dd>
                </dl>
                <form method="post" action="/clock">
                <div class="row">
                %s
                <button class="button" name="to" value="%s">今に戻す</button>
                </div>
                </form>
                <p>時計を動かすと、ログインの時間が切れることがあります。そのときは、もう一度ログインしてください。\
                今に戻すと、進めていた間に発行した電子証明書は、その日が来るまで使えません。</p>
                </section>
                """, Moments.shown(clock.instant()), clock.ahead().toDays(),
                Html.all(DAYS.stream().map(ClockPages::button).toList()), BACK));
    }

    private static Html button(String days) {
        return Html.of("<button class=\"button\" name=\"to\" value=\"%s\">%s日進める</button>", days, days);
    }
}
