package jp.inkan.e2e.windows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The proxy settings of a Windows user, as "Internet Options" keeps them for WinHTTP. Microsoft doesn't document the value; wine's
 * WinHTTP reads what stands here (dlls/winhttp/session.c, connection_settings_header).
 */
enum InternetSettings {
    DIRECT(1), MANUAL(3), PAC(5), DETECT(9);

    private static final String KEY = "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings\\Connections";
    private static final int LAYOUT = 0x46;

    private final int flags;

    InternetSettings(int flags) {
        this.flags = flags;
    }

    /**
     * @param proxy for MANUAL, as {@code host:port}
     * @param exceptions for MANUAL, with ; between
     * @param pac for PAC, its URL
     */
    void set(Wine pc, String proxy, String exceptions, String pac) throws IOException {
        ByteBuffer value = ByteBuffer.allocate(1024).order(ByteOrder.LITTLE_ENDIAN);
        value.putInt(LAYOUT).putInt(1).putInt(flags);
        for (String text : new String[] {proxy, exceptions, pac}) {
            value.putInt(text.length()).put(text.getBytes(StandardCharsets.US_ASCII));
        }
        byte[] bytes = new byte[value.position() + 32];
        value.get(0, bytes);
        new Registry(pc).set(KEY, "DefaultConnectionSettings", bytes);
    }
}
