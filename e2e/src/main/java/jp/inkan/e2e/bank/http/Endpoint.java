package jp.inkan.e2e.bank.http;

import java.io.IOException;

/** Answers requests. */
@FunctionalInterface
public interface Endpoint {
    /** What the client gets; an exception becomes status 500. */
    Reply answer(Ask ask) throws IOException;
}
