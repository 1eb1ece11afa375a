package jp.inkan.host.institution;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * All the host knows of a bank before it talks to it; read from {@code manifests/institutions/<code>.json}, whose schema
 * says what each part means.
 *
 * @param code four digits
 * @param hosts host names of the bank's pages; the first one serves sign-in and EST
 */
@JsonIgnoreProperties("$schema")
public record Institution(
        String code,
        Bilingual name,
        Bilingual service,
        List<String> hosts,
        Trust trust,
        CertificateRules certificate,
        LoginRules login) {

    public enum Trust { SYSTEM, PRACTICE }

    public record Bilingual(String ja, String en) {}

    /**
     * @param organizationCodes the code in parentheses that O and OU begin with
     * @param validDays longest validity accepted, in days
     * @param renewFromDays renewable from so many days before it expires
     */
    public record CertificateRules(List<String> organizationCodes, int validDays, int renewFromDays) {
        public CertificateRules {
            organizationCodes = List.copyOf(organizationCodes);
        }
    }

    public record LoginRules(Length idLength, Length passwordLength) {}

    /** Characters, both ends included. */
    public record Length(int min, int max) {}

    public Institution {
        hosts = List.copyOf(hosts);
    }

    /** The host that serves sign-in and EST. */
    public String bankHost() {
        return hosts.getFirst();
    }

    public boolean practice() {
        return trust == Trust.PRACTICE;
    }

    /** Whether a tab's origin, as the browser reports it, is a page of this institution: https, a host of the profile, port 443. */
    public boolean owns(String origin) {
        return hosts.stream().anyMatch(host -> origin.equals("https://" + host));
    }
}
