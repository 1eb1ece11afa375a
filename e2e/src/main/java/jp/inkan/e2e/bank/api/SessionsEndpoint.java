package jp.inkan.e2e.bank.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.math.BigInteger;
import java.nio.charset.CharacterCodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Pattern;
import jp.inkan.e2e.bank.http.Ask;
import jp.inkan.e2e.bank.http.Endpoint;
import jp.inkan.e2e.bank.http.Reply;
import jp.inkan.e2e.bank.signin.Next;
import jp.inkan.e2e.bank.signin.Progress;
import jp.inkan.e2e.bank.signin.Sessions;
import jp.inkan.e2e.bank.signin.SignIn;
import jp.inkan.e2e.bank.state.Institution;
import jp.inkan.e2e.bank.state.IssuedCertificate;
import jp.inkan.e2e.bank.state.Register;
import jp.inkan.e2e.bank.state.User;

/** {@code POST /inkan/v1/sessions}: signing in, for a new certificate or to renew one. */
public final class SessionsEndpoint implements Endpoint {
    private static final Duration FULL_HOUSE = Duration.ofMinutes(1);
    private static final Pattern SERIAL_NUMBER = Pattern.compile("[1-9A-Fa-f][0-9A-Fa-f]{0,31}");

    private final Institution bank;
    private final SignIn signIn;
    private final Sessions sessions;
    private final Register register;
    private final InstantSource clock;

    public SessionsEndpoint(Institution bank, SignIn signIn, Sessions sessions, Register register,
                            InstantSource clock) {
        this.bank = bank;
        this.signIn = signIn;
        this.sessions = sessions;
        this.register = register;
        this.clock = clock;
    }

    @Override
    public Reply answer(Ask ask) {
        if (!ask.hasType("application/json")) {
            return Problem.requestMalformed("not application/json");
        }
        try {
            String text = ask.text();
            return switch (Json.property(text, "purpose")) {
                case "issue" -> issue(Json.read(text, ToIssue.class));
                case "renew" -> renew(Json.read(text, ToRenew.class));
                default -> Problem.requestMalformed("an unknown purpose");
            };
        } catch (CharacterCodingException e) {
            return Problem.requestMalformed("not UTF-8");
        } catch (JsonProcessingException e) {
            return Problem.requestMalformed("not the JSON of a sign-in");
        }
    }

    private Reply issue(ToIssue request) {
        return switch (signIn.with(request.loginId(), request.password())) {
            case SignIn.Accepted(User user) -> open(user, Optional.empty());
            case SignIn.Wrong wrong -> Problem.credentials(wrong.triesLeft());
            case SignIn.Locked locked -> Problem.loginLocked();
        };
    }

    private Reply renew(ToRenew request) {
        if (!SERIAL_NUMBER.matcher(request.serialNumber()).matches()) {
            return Problem.requestMalformed("not a serial number");
        }
        Optional<IssuedCertificate> old = register.issued(new BigInteger(request.serialNumber(), 16));
        return old.isEmpty() ? Problem.certificateUnknown() : renew(old.get(), request.password());
    }

    private Reply renew(IssuedCertificate old, String password) {
        return switch (signIn.with(old.loginId(), password)) {
            case SignIn.Accepted(User user) -> renew(user, old, clock.instant());
            case SignIn.Wrong wrong -> Problem.credentials(wrong.triesLeft());
            case SignIn.Locked locked -> Problem.loginLocked();
        };
    }

    private Reply renew(User user, IssuedCertificate old, Instant now) {
        if (old.revoked()) {
            return Problem.certificateRevoked();
        }
        return old.inLastDaysAt(now) ? open(user, Optional.of(old.certificate())) : Problem.notRenewable();
    }

    private Reply open(User user, Optional<X509Certificate> old) {
        if (user.plan().obstacle().isPresent()) {
            return Problem.obstacle(user.plan().obstacle().get());
        }
        Progress progress = Progress.begin(user, bank);
        return sessions.open(user.loginId(), old, progress)
                .map(token -> opened(token, progress.next()))
                .orElseGet(() -> Problem.bankBusy(FULL_HOUSE));
    }

    private static Reply opened(String token, Next next) {
        return Reply.of(201, "application/json", Json.bytes(new Opened(token, Wanted.of(next))))
                .with("Cache-Control", "no-store");
    }

    private record ToIssue(String purpose, String loginId, String password) {
        /** Without the password. */
        @Override
        public String toString() {
            return "ToIssue[" + loginId + "]";
        }
    }

    private record ToRenew(String purpose, String serialNumber, String password) {
        /** Without the password. */
        @Override
        public String toString() {
            return "ToRenew[" + serialNumber + "]";
        }
    }

    private record Opened(String token, Wanted next) {
    }
}
