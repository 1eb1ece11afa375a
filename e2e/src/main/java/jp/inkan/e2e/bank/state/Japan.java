package jp.inkan.e2e.bank.state;

import java.time.ZoneId;

/** Where the bank is: its calendar and its clocks on the wall are Japan's. */
public final class Japan {
    public static final ZoneId TIME = ZoneId.of("Asia/Tokyo");

    private Japan() {
    }
}
