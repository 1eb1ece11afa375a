package jp.inkan.host.store.windows;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a key of ours is called in CNG, which can't rename keys: the name it is pending under, and something that makes it unique
 * beside those that had the same name before it.
 *
 * @param pending letters, digits and hyphens
 */
record KeyName(String pending, String unique) {
    private static final Pattern FORM = Pattern.compile("inkan\\.([A-Za-z0-9-]{1,64})\\.([0-9a-f]{16})");

    static KeyName fresh(String pending) {
        byte[] unique = new byte[8];
        new SecureRandom().nextBytes(unique);
        return new KeyName(pending, HexFormat.of().formatHex(unique));
    }

    /** @return nothing if the key isn't ours */
    static Optional<KeyName> of(String container) {
        Matcher matcher = FORM.matcher(container);
        return matcher.matches() ? Optional.of(new KeyName(matcher.group(1), matcher.group(2))) : Optional.empty();
    }

    /** The name in CNG. */
    String container() {
        return "inkan." + pending + "." + unique;
    }
}
