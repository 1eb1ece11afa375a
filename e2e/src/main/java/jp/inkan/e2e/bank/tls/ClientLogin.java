package jp.inkan.e2e.bank.tls;

import java.math.BigInteger;
import java.time.Instant;

/**
 * A TLS handshake that a client completed with a certificate of the bank's authority.
 *
 * @param commonName   of the certificate's subject
 * @param serialNumber of the certificate
 * @param at           on the bank's clock
 */
public record ClientLogin(String commonName, BigInteger serialNumber, Instant at) {
}
