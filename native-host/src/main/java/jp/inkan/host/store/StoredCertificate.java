package jp.inkan.host.store;

import java.security.cert.X509Certificate;

/** A certificate in the store, with the private key that belongs to it. */
public record StoredCertificate(X509Certificate certificate, StoredKey key) {}
