package jp.inkan.e2e.proxy;

/**
 * One line of the proxy's access log.
 *
 * @param target {@code host:port} of a CONNECT
 * @param user as the proxy knows them; {@code -} for nobody
 * @param status 200 or the refusal's
 */
public record Passage(String method, String target, String user, int status) {
    static Passage of(String line) {
        String[] parts = line.split(" ");
        return new Passage(parts[0], parts[1], parts[2], Integer.parseInt(parts[3]));
    }

    boolean through() {
        return method.equals("CONNECT") && status == 200;
    }
}
