package jp.inkan.e2e.bank;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import jp.inkan.e2e.bank.state.AtomicFile;

/**
 * Tells Inkan's host where this bank is, and when.
 *
 * @param names              the port on the loopback address of each host name
 * @param trustAnchor        absolute path of the PEM file of the bank's TLS root
 * @param clockOffsetSeconds how far the bank's clock is ahead of the machine's
 * @param throughProxy       whether the host goes through the proxy of the PC's settings, if that is on loopback
 */
record HostConfiguration(SortedMap<String, Integer> names, String trustAnchor, long clockOffsetSeconds,
                         boolean throughProxy) {
    /** Whoever reads the file finds this or what was there before, and never a half. */
    void write(Path file) throws IOException {
        AtomicFile.write(file, JsonMapper.builder().build().writeValueAsBytes(this));
    }

    /** The value of Chromium's switch {@code --host-resolver-rules}: these names, and nothing else in the world. */
    static String resolverRules(Map<String, Integer> names) {
        StringBuilder rules = new StringBuilder();
        names.forEach((name, port) ->
                rules.append("MAP ").append(name).append(":443 127.0.0.1:").append(port).append(", "));
        return rules.append("MAP * ~NOTFOUND, EXCLUDE 127.0.0.1").toString();
    }
}
