package jp.inkan.host.certificate;

import java.time.Instant;
import java.util.Collection;
import jp.inkan.host.institution.Institution;

/**
 * Where a certificate stands today (screen CCHK001).
 *
 * @param daysLeft days of Japan's calendar until it expires
 * @param renewable now
 * @param renewableFrom the beginning, in Japan, of the first day on which it can be renewed
 * @param notice whether the user is to be told that it expires
 * @param replaced whether a later one of the same customer is on this PC; such a one is neither renewed nor worth a notice
 */
public record Standing(
        CertificateFacts facts, int daysLeft, boolean renewable, Instant renewableFrom, boolean notice, boolean replaced) {

    /** @param all the institution's certificates on this PC that are valid now */
    public static Standing of(
            CertificateFacts facts, Institution.CertificateRules rules, Collection<CertificateFacts> all, Instant now) {
        Instant renewableFrom = facts.daysBeforeExpiry(rules.renewFromDays());
        boolean replaced = all.stream().anyMatch(facts::isReplacedBy);
        boolean current = facts.validAt(now) && !replaced;
        return new Standing(
                facts,
                facts.daysLeft(now),
                current && !now.isBefore(renewableFrom),
                renewableFrom,
                current && !now.isBefore(facts.daysBeforeExpiry(rules.noticeFromDays())),
                replaced);
    }
}
