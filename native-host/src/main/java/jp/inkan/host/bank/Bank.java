package jp.inkan.host.bank;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import jp.inkan.host.certificate.Sha256;
import jp.inkan.host.failure.Reason;
import jp.inkan.host.institution.Endpoint;
import jp.inkan.host.institution.Institution;
import jp.inkan.host.proxy.Network;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;

/**
 * One institution's bank, as {@code e2e/BANK-PROTOCOL.md} describes it. All methods block, for {@link BankHttp#CALL_LIMIT} at
 * most (twice that where the clock is asked about), and may be interrupted.
 */
public final class Bank implements AutoCloseable {
    private static final MediaType PKCS10 = MediaType.get("application/pkcs10");
    private static final MediaType JSON = MediaType.get("application/json");

    private final Institution institution;
    private final String estOperation;
    private final BankHttp http;

    private Bank(Institution institution, String estOperation, BankHttp http) {
        this.institution = institution;
        this.estOperation = estOperation;
        this.http = http;
    }

    /** Nothing is sent yet.
     * @throws BankException.Untrusted if the trust anchor can't be read */
    public static Bank at(Institution institution, Endpoint endpoint, Clock clock, Network network)
            throws BankException {
        return new Bank(institution, "simpleenroll", BankHttp.to(endpoint, clock, network, Optional.empty()));
    }

    /** The same. @param callLimit for one call, instead of {@link BankHttp#CALL_LIMIT} */
    public static Bank at(Institution institution, Endpoint endpoint, Clock clock, Network network, Duration callLimit)
            throws BankException {
        return new Bank(institution, "simpleenroll", BankHttp.to(endpoint, clock, network, Optional.empty(), callLimit));
    }

    /** The same for a renewal, at the host that wants to see the certificate that is renewed; it serves {@link #enrol} alone. */
    public static Bank as(
            ClientIdentity identity, Institution institution, Endpoint endpoint, Clock clock, Network network) throws BankException {
        return new Bank(institution, "simplereenroll", BankHttp.to(endpoint, clock, network, Optional.of(identity)));
    }

    /**
     * {@code POST /inkan/v1/sessions}, purpose issue. The password is the caller's to clear.
     *
     * @throws BankException.Refused with {@code CREDENTIALS} if id or password is wrong
     */
    public BankSession signIn(String loginId, char[] password) throws BankException {
        return open(SignInMessages.toIssue(loginId, password));
    }

    /**
     * The same with purpose renew.
     *
     * @param serialNumber of the certificate to be renewed, hexadecimal without leading zeros
     */
    public BankSession signInToRenew(String serialNumber, char[] password) throws BankException {
        return open(SignInMessages.toRenew(serialNumber, password));
    }

    private BankSession open(byte[] body) throws BankException {
        return SignInMessages.session(post(http.request("inkan/v1/sessions"), body, 201));
    }

    /**
     * {@code POST /inkan/v1/sessions/current/answers}: answers the step that the session wants. The values are the caller's
     * to clear.
     *
     * @param values one, but two for time synchronisation
     * @return the session with the step that follows
     * @throws BankException.Refused with {@code ANSWER_WRONG} if it is wrong, and the same step is wanted again
     */
    public BankSession answer(BankSession session, List<char[]> values) throws BankException {
        Request.Builder request = http.request("inkan/v1/sessions/current/answers")
                .header("Authorization", "Bearer " + session.token());
        return session.with(SignInMessages.next(post(request, SignInMessages.answer(session.next(), values), 200)));
    }

    /** Clears the body once it is answered, and what it was sent through. */
    private Answer post(Request.Builder request, byte[] body, int expected) throws BankException {
        try {
            return send(request.post(new SecretBody(body, JSON)).build(), expected);
        } finally {
            Arrays.fill(body, (byte) 0);
            BankHttp.overwriteBuffers();
        }
    }

    private Answer send(Request request, Integer... expected) throws BankException {
        try {
            return http.send(request, expected);
        } catch (BankException.Refused e) {
            throw e.asToldBy(institution);
        }
    }

    /**
     * {@code simpleenroll} or {@code simplereenroll} (RFC 7030 section 4.2). Sending the same request again is safe: the bank gives the same
     * certificate.
     *
     * @param pkcs10 DER
     * @param ours the public key in the request
     * @return the certificate in the answer that is for our key; whatever else came with it is dropped
     * @throws BankException.Busy if the bank wants to be asked later, with the same bytes
     */
    public X509Certificate enrol(BankSession session, byte[] pkcs10, PublicKey ours) throws BankException {
        byte[] base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encode(pkcs10);
        Request request = http.request(".well-known/est/" + institution.code() + "/" + estOperation)
                .header("Authorization", "Bearer " + session.token())
                .header("Content-Transfer-Encoding", "base64")
                .header("Accept", "application/pkcs7-mime")
                .post(RequestBody.create(base64, PKCS10))
                .build();
        return EstAnswer.certificateFor(ours, send(request, 200));
    }

    /**
     * {@code GET /inkan/v1/requests/<SHA-256>}: what became of a request that was sent before. No sign-in is needed.
     *
     * @param pkcs10 DER
     * @param ours the public key in the request
     * @return nothing if the bank has made no certificate for it; the request may still be on its way
     */
    public Optional<X509Certificate> certificateOf(byte[] pkcs10, PublicKey ours) throws BankException {
        Answer answer = send(sent(pkcs10).get().build(), 200, 204);
        return answer.status() == 204 ? Optional.empty() : Optional.of(EstAnswer.certificateFor(ours, answer));
    }

    /**
     * {@code DELETE /inkan/v1/requests/<SHA-256>}: gives a request up. No sign-in is needed.
     *
     * @param pkcs10 DER
     * @return true if the bank has made no certificate for it and never will, false if it has made one
     */
    public boolean abandon(byte[] pkcs10) throws BankException {
        try {
            send(sent(pkcs10).delete().build(), 204);
            return true;
        } catch (BankException.Refused e) {
            if (e.reason() == Reason.ALREADY_ISSUED) {
                return false;
            }
            throw e;
        }
    }

    private Request.Builder sent(byte[] pkcs10) {
        return http.request("inkan/v1/requests/" + Sha256.hex(pkcs10));
    }

    @Override
    public void close() {
        http.close();
    }
}
