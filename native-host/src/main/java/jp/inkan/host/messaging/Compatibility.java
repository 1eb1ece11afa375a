package jp.inkan.host.messaging;

import java.util.Optional;

/** Whether this host and an extension can work together, and if not, which of them is too old. */
final class Compatibility {
    static final int PROTOCOL = 1;
    static final String MINIMUM_EXTENSION = "0.1.0";

    private Compatibility() {}

    /** @return who must be updated, "extension" or "host"; nothing if they fit */
    static Optional<String> mustUpdate(BrowserMessage.Hello hello, String hostVersion) {
        if (hello.protocol() < PROTOCOL || compare(hello.version(), MINIMUM_EXTENSION) < 0) {
            return Optional.of("extension");
        }
        if (hello.protocol() > PROTOCOL || compare(hostVersion, hello.minimumHost()) < 0) {
            return Optional.of("host");
        }
        return Optional.empty();
    }

    /** Compares versions of three numbers. */
    static int compare(String a, String b) {
        String[] left = a.split("\\.");
        String[] right = b.split("\\.");
        for (int i = 0; i < 3; i++) {
            int order = Integer.compare(Integer.parseInt(left[i]), Integer.parseInt(right[i]));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }
}
