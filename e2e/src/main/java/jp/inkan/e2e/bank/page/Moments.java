package jp.inkan.e2e.bank.page;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import jp.inkan.e2e.bank.state.Japan;

/** Moments as the pages show them. */
final class Moments {
    private static final DateTimeFormatter SHOWN =
            DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm:ss", Locale.JAPAN).withZone(Japan.TIME);

    private Moments() {
    }

    /** Japan's time to the second, such as 2027年3月1日 08:59:59. */
    static String shown(Instant moment) {
        return SHOWN.format(moment);
    }

    /** Days of Japan's calendar. */
    static long days(Instant from, Instant until) {
        return ChronoUnit.DAYS.between(
                from.atZone(Japan.TIME).toLocalDate(), until.atZone(Japan.TIME).toLocalDate());
    }
}
