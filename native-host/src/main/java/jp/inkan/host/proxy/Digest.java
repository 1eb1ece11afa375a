package jp.inkan.host.proxy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Digest (RFC 7616) for CONNECT, which has no body: {@code qop=auth}, or none as in RFC 2069. A nonce is used once, so its
 * count is always 1; a proxy that gives the same one again and counts answers {@code stale} with another.
 *
 * @param algorithm as the proxy wrote it, or null where it left it out
 * @param opaque to be sent back, or null
 */
record Digest(String algorithm, Hash hash, String realm, String nonce, String opaque, boolean auth, boolean stale)
        implements Scheme {
    private static final String COUNT = "00000001";
    private static final HexFormat HEX = HexFormat.of();
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Worst first. */
    enum Hash {
        MD5("MD5", "MD5"),
        SHA_512_256("SHA-512-256", "SHA-512/256"),
        SHA_256("SHA-256", "SHA-256");

        private final String name;
        private final String javaName;

        Hash(String name, String javaName) {
            this.name = name;
            this.javaName = javaName;
        }

        private static Optional<Hash> of(String algorithm) {
            String name = algorithm.toUpperCase(Locale.ROOT).replaceFirst("-SESS$", "");
            return Arrays.stream(values()).filter(each -> each.name.equals(name)).findFirst();
        }

        private String hex(byte[] bytes) {
            try {
                return HEX.formatHex(MessageDigest.getInstance(javaName).digest(bytes));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("Every Java runtime has " + javaName, e);
            }
        }

        private String hex(String text) {
            return hex(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** @param parameters of the challenge, names in lower case, values unquoted
     * @return nothing where it can't be answered: another algorithm, auth-int alone, something missing */
    static Optional<Digest> of(Map<String, String> parameters) {
        String algorithm = parameters.get("algorithm");
        String realm = parameters.get("realm");
        String nonce = parameters.get("nonce");
        String opaque = parameters.get("opaque");
        String qop = parameters.get("qop");
        boolean auth = qop != null && Arrays.asList(qop.toLowerCase(Locale.ROOT).split("[,\\s]+")).contains("auth");
        if (!isPlain(realm) || !isPlain(nonce) || (opaque != null && !isPlain(opaque)) || (qop != null && !auth)) {
            return Optional.empty();
        }
        boolean stale = "true".equalsIgnoreCase(parameters.get("stale"));
        return Hash.of(algorithm == null ? "MD5" : algorithm)
                .map(hash -> new Digest(algorithm, hash, realm, nonce, opaque, auth, stale));
    }

    /** What we send back mustn't break the header. */
    private static boolean isPlain(String value) {
        return value != null && value.chars().noneMatch(Character::isISOControl);
    }

    @Override
    public int rank() {
        return 1 + hash.ordinal();
    }

    @Override
    public String answer(String target, Login login) {
        byte[] random = new byte[16];
        RANDOM.nextBytes(random);
        return answer("CONNECT", target, login, HEX.formatHex(random));
    }

    /** Section 3.4. @param clientNonce letters and digits */
    String answer(String method, String target, Login login, String clientNonce) {
        String qop = auth ? ":" + COUNT + ":" + clientNonce + ":auth" : "";
        String response = hash.hex(a1(login, clientNonce) + ":" + nonce + qop + ":" + hash.hex(method + ":" + target));
        return "Digest username=" + quoted(login.user()) + ", realm=" + quoted(realm) + ", nonce=" + quoted(nonce)
                + ", uri=" + quoted(target) + ", response=" + quoted(response)
                + (algorithm == null ? "" : ", algorithm=" + hash.name + (session() ? "-sess" : ""))
                + (auth ? ", qop=auth, nc=" + COUNT : "")
                + (auth || session() ? ", cnonce=" + quoted(clientNonce) : "")
                + (opaque == null ? "" : ", opaque=" + quoted(opaque));
    }

    /** Section 3.4.2, hashed. */
    private String a1(Login login, String clientNonce) {
        byte[] secret = login.joined(realm + ":");
        try {
            String once = hash.hex(secret);
            return session() ? hash.hex(once + ":" + nonce + ":" + clientNonce) : once;
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    private boolean session() {
        return algorithm != null && algorithm.toLowerCase(Locale.ROOT).endsWith("-sess");
    }

    private static String quoted(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
