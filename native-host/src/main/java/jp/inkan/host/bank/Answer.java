package jp.inkan.host.bank;

import java.util.Locale;
import okhttp3.Headers;

/** An HTTP answer, whole and of bounded size. */
record Answer(int status, Headers headers, byte[] body) {
    /** Where {@link BankHttp} keeps the header Retry-After. */
    static final String RETRY_AFTER = "Inkan-Retry-After";

    /** @return the media type without parameters, in lower case; empty if there is none */
    String mediaType() {
        String value = headers.get("Content-Type");
        return value == null ? "" : value.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}
