package jp.inkan.host.proxy;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A user name and a password; cleared when closed. Not a record, which would print them. */
final class Login implements AutoCloseable {
    private final char[] user;
    private final char[] password;

    /** Copies both. */
    Login(char[] user, char[] password) {
        this.user = user.clone();
        this.password = password.clone();
    }

    Login copy() {
        return new Login(user, password);
    }

    /** Not a secret: Digest sends it as it is. */
    String user() {
        return new String(user);
    }

    /** {@code user ":" between password} in UTF-8, the caller's to clear. */
    byte[] joined(String between) {
        var text = CharBuffer.allocate(user.length + 1 + between.length() + password.length);
        text.put(user).put(':').put(between).put(password).flip();
        ByteBuffer encoded = StandardCharsets.UTF_8.encode(text);
        byte[] bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        Arrays.fill(text.array(), '\0');
        Arrays.fill(encoded.array(), (byte) 0);
        return bytes;
    }

    @Override
    public void close() {
        Arrays.fill(user, '\0');
        Arrays.fill(password, '\0');
    }

    @Override
    public String toString() {
        return "a proxy login";
    }
}
