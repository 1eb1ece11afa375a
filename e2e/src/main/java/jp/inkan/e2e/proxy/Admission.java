package jp.inkan.e2e.proxy;

/** Whom a proxy lets through. The logins are for practice: they stand in a file in plain text. */
public sealed interface Admission {
    /** Everybody. */
    record Open() implements Admission {}

    /** Nobody: CONNECT is answered 403. */
    record Forbidden() implements Admission {}

    /** Who knows this, said in Basic (RFC 7617). */
    record Basic(String user, String password) implements Admission {}

    /** Likewise, said in Digest (RFC 7616) with MD5, the only one squid has. */
    record Digest(String user, String password) implements Admission {}
}
