package jp.inkan.e2e.bank.state;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Everything that the bank issued, in order, and what follows from it for the next request. */
record Issued(List<IssuedCertificate> all) {
    static final Issued NOTHING = new Issued(List.of());

    Issued {
        all = List.copyOf(all);
    }

    List<IssuedCertificate> to(String loginId) {
        return all.stream().filter(each -> each.loginId().equals(loginId)).toList();
    }

    Optional<IssuedCertificate> numbered(BigInteger serialNumber) {
        return all.stream().filter(each -> each.serialNumber().equals(serialNumber)).findFirst();
    }

    /** What was issued in the place of a certificate. */
    Optional<IssuedCertificate> inPlaceOf(BigInteger serialNumber) {
        return all.stream().filter(each -> each.replaces().equals(Optional.of(serialNumber))).findFirst();
    }

    /** A login id's last good one, or if none is good the last. */
    Optional<IssuedCertificate> latest(String loginId, Instant now) {
        List<IssuedCertificate> its = to(loginId).reversed();
        return Stream.concat(its.stream().filter(each -> each.goodAt(now)), its.stream()).findFirst();
    }

    /** What to say to a request for a new certificate; nothing if one is to be made. */
    Optional<Issuance> toIssue(String loginId, String requestSha256, Instant now) {
        // Not "valid now": moved back, the clock would let a second one through.
        List<IssuedCertificate> good = to(loginId).stream().filter(each -> each.goodAt(now)).toList();
        return same(good.stream().filter(each -> each.replaces().isEmpty()), requestSha256)
                .or(() -> good.isEmpty() ? Optional.empty() : Optional.of(new Issuance.AlreadyIssued()))
                // Late, an attempt that its sender knows nothing of any more.
                .or(() -> hadOne(loginId, requestSha256) ? Optional.of(new Issuance.Abandoned()) : Optional.empty());
    }

    /** What to say to a request to renew; nothing if a certificate is to be made. */
    Optional<Issuance> toRenew(IssuedCertificate old, String requestSha256, Instant now) {
        if (old.revoked()) {
            return Optional.of(new Issuance.Revoked());
        }
        Optional<IssuedCertificate> replacement = inPlaceOf(old.serialNumber());
        Optional<Issuance> before = same(replacement.stream().filter(each -> each.goodAt(now)), requestSha256);
        if (before.isPresent()) {
            return before;
        }
        if (!old.inLastDaysAt(now)) {
            return Optional.of(new Issuance.NotRenewable());
        }
        // Not even if it was revoked: whoever lost a renewed certificate has a new one issued.
        return replacement.map(each -> new Issuance.AlreadyIssued());
    }

    Optional<IssuedCertificate> ofRequest(String requestSha256, Instant now) {
        return all.stream().filter(each -> each.requestSha256().equals(requestSha256) && each.goodAt(now)).findFirst();
    }

    private boolean hadOne(String loginId, String requestSha256) {
        return to(loginId).stream().anyMatch(each -> each.requestSha256().equals(requestSha256));
    }

    Issued with(IssuedCertificate last) {
        return new Issued(Stream.concat(all.stream(), Stream.of(last)).toList());
    }

    Issued revoked(Predicate<IssuedCertificate> which, Instant now) {
        return new Issued(all.stream().map(each -> which.test(each) ? each.revokedAt(now) : each).toList());
    }

    private static Optional<Issuance> same(Stream<IssuedCertificate> among, String requestSha256) {
        return among.filter(each -> each.requestSha256().equals(requestSha256)).findFirst()
                .map(each -> new Issuance.Certificate(each.certificate()));
    }
}
