package jp.inkan.e2e.bank.api;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.inkan.e2e.bank.http.Ask;

/** The token of a signed-in customer (RFC 6750 section 2.1). */
final class Bearer {
    private static final Pattern BEARER = Pattern.compile("(?i:Bearer) +([A-Za-z0-9_-]{43}) *");

    private Bearer() {
    }

    /** Out of the header Authorization, if there is one that looks like ours. */
    static Optional<String> token(Ask ask) {
        return ask.header("Authorization")
                .map(BEARER::matcher)
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1));
    }
}
