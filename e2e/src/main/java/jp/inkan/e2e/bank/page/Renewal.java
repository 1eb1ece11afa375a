package jp.inkan.e2e.bank.page;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import jp.inkan.e2e.bank.state.IssuedCertificate;
import jp.inkan.e2e.bank.state.Register;

/** How it stands with a member's certificate. */
final class Renewal {
    private final Register register;
    private final InstantSource clock;

    Renewal(Register register, InstantSource clock) {
        this.register = register;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    /** The certificate of the login, or where there was none the one that counts for the login id. */
    Optional<IssuedCertificate> certificate(Member member) {
        return member.visit().certificate().flatMap(register::record)
                .or(() -> register.latest(member.user().loginId(), now()));
    }

    /** Whether its last days have come and nothing has replaced it, revoked or not. */
    boolean due(IssuedCertificate certificate) {
        return certificate.inLastDaysAt(now()) && register.replacementOf(certificate.serialNumber()).isEmpty();
    }

    /** Whether the bank renews it now. */
    boolean possible(IssuedCertificate certificate) {
        return due(certificate) && !certificate.revoked();
    }
}
