package jp.inkan.e2e.bank.http;

import java.util.Map;
import java.util.TreeMap;

/** What goes back to the client. */
public sealed interface Reply {
    /**
     * An HTTP response.
     *
     * @param headers without Date and Content-Length, which are added on the way
     */
    record Response(int status, Map<String, String> headers, byte[] body) implements Reply {
        public Response {
            headers = Map.copyOf(headers);
        }

        /** The same with one more header. */
        public Response with(String header, String value) {
            Map<String, String> more = new TreeMap<>(headers);
            more.put(header, value);
            return new Response(status, more, body);
        }

        /** The same with a header less. */
        public Response without(String header) {
            Map<String, String> fewer = new TreeMap<>(headers);
            fewer.remove(header);
            return new Response(status, fewer, body);
        }

        /** The same with another body. */
        public Response withBody(byte[] other) {
            return new Response(status, headers, other);
        }
    }

    /** Nothing: the connection closes. */
    record Silence() implements Reply {
    }

    /** A response with a body of some type. */
    static Response of(int status, String contentType, byte[] body) {
        return new Response(status, Map.of("Content-Type", contentType), body);
    }

    /** A response that is nothing but its status. */
    static Response empty(int status) {
        return new Response(status, Map.of(), new byte[0]);
    }
}
