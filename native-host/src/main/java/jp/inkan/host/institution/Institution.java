package jp.inkan.host.institution;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * All the host knows of a bank before it talks to it; read from {@code manifests/institutions/<code>.json}, whose schema
 * says what each part means.
 *
 * @param code four digits
 * @param hosts host names of the bank's pages; the first one serves sign-in and EST
 * @param certificateHost the host that asks for a client certificate, for renewals; null where there is no protocol
 */
@JsonIgnoreProperties("$schema")
public record Institution(
        String code,
        Bilingual name,
        Bilingual service,
        List<String> hosts,
        Protocol protocol,
        String certificateHost,
        Trust trust,
        CertificateRules certificate,
        LoginRules login) {

    public enum Trust { SYSTEM, PRACTICE }

    /** What is spoken with the bank; {@code e2e/BANK-PROTOCOL.md}, or nothing. */
    public enum Protocol {
        @JsonProperty("inkan-1") INKAN_1,
        @JsonProperty("none") NONE
    }

    /** What somebody does whose certificate has expired. */
    public enum Expired {
        @JsonProperty("issue") ISSUE,
        @JsonProperty("revoke-first") REVOKE_FIRST
    }

    public record Bilingual(String ja, String en) {}

    /**
     * @param organizationCodes the code in parentheses that O and OU begin with
     * @param validDays longest validity accepted, in days
     * @param renewFromDays renewable from so many days of Japan's calendar before it expires
     * @param noticeFromDays the user is told from so many days before it expires
     */
    public record CertificateRules(
            List<String> organizationCodes, int validDays, int renewFromDays, int noticeFromDays, Expired expired) {
        public CertificateRules {
            organizationCodes = List.copyOf(organizationCodes);
        }
    }

    /**
     * @param prompts ids of the screens that the bank may ask for beside CCHK002
     * @param codes of the bank's manual; its help desk knows no others
     */
    public record LoginRules(Length idLength, Length passwordLength, List<String> prompts, List<String> codes) {
        public LoginRules {
            prompts = List.copyOf(prompts);
            codes = List.copyOf(codes);
        }
    }

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

    /** Whether this host can issue and renew here. */
    public boolean supported() {
        return protocol == Protocol.INKAN_1;
    }

    /** Whether a tab's origin, as the browser reports it, is a page of this institution: https, a host of the profile, port 443. */
    public boolean owns(String origin) {
        return hosts.stream().anyMatch(host -> origin.equals("https://" + host));
    }
}
