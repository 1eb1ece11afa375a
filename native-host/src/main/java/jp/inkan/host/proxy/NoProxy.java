package jp.inkan.host.proxy;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The variable {@code no_proxy}: names separated by commas or spaces. A name stands for itself and for all below it, with or
 * without a dot or {@code *.} before it; {@code name:port} for that port alone; {@code *} for everything. Addresses and ranges
 * are left aside, since a bank is reached by name.
 */
record NoProxy(List<String> entries) {
    static NoProxy of(Map<String, String> variables) {
        String value = Variable.first(variables, "no_proxy").orElse("").toLowerCase(Locale.ROOT);
        return new NoProxy(Arrays.stream(value.split("[,\\s]+")).filter(entry -> !entry.isEmpty()).toList());
    }

    boolean covers(String host, int port) {
        return entries.stream().anyMatch(entry -> covers(entry, host.toLowerCase(Locale.ROOT), port));
    }

    private static boolean covers(String entry, String host, int port) {
        if (entry.equals("*")) {
            return true;
        }
        String[] nameAndPort = entry.split(":", 2);
        String name = nameAndPort[0].replaceFirst("^\\*?\\.", "");
        boolean samePort = nameAndPort.length == 1 || nameAndPort[1].equals(String.valueOf(port));
        return samePort && !name.isEmpty() && (host.equals(name) || host.endsWith("." + name));
    }
}
