package jp.inkan.host.proxy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/** Basic (RFC 7617), in UTF-8 as browsers do. */
record Basic() implements Scheme {
    @Override
    public int rank() {
        return 0;
    }

    /** The answer is a string, as OkHttp wants its headers: it can't be cleared, and lives for as long as the call. */
    @Override
    public String answer(String target, Login login) {
        byte[] pair = login.joined("");
        byte[] encoded = Base64.getEncoder().encode(pair);
        try {
            return "Basic " + new String(encoded, StandardCharsets.US_ASCII);
        } finally {
            Arrays.fill(pair, (byte) 0);
            Arrays.fill(encoded, (byte) 0);
        }
    }
}
