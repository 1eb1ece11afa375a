package jp.inkan.host.institution;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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

    public enum Trust { PUBLIC, PRACTICE }

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

    public record Bilingual(String ja, String en) {
        public Bilingual {
            require(ja != null && en != null, "a text needs both languages");
        }
    }

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
            require(organizationCodes.stream().allMatch(CODE) && expired != null, "an institution's codes have four digits");
            require(validDays > 0 && renewFromDays > 0 && noticeFromDays > 0, "days are counted from 1");
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
            require(idLength != null && passwordLength != null, "id and password have a length");
        }
    }

    /** Characters, both ends included. */
    public record Length(int min, int max) {
        public Length {
            require(min > 0 && min <= max, "a length is from 1 to something");
        }
    }

    private static final Predicate<String> CODE = Pattern.compile("[0-9]{4}").asMatchPredicate();
    private static final Predicate<String> HOST = Pattern.compile("[a-z0-9-]{1,63}(\\.[a-z0-9-]{1,63}){2,}").asMatchPredicate();

    public Institution {
        hosts = List.copyOf(hosts);
        require(code != null && CODE.test(code), "an institution's code has four digits");
        require(!hosts.isEmpty() && hosts.stream().allMatch(HOST), "an institution has hosts, with names in full");
        require(certificateHost == null ? protocol == Protocol.NONE : HOST.test(certificateHost), "renewals need a host");
        require(Stream.of(name, service, protocol, trust, certificate, login).allMatch(Objects::nonNull), "a part is missing");
    }

    /** What the schema says, as far as the host relies on it. */
    private static void require(boolean kept, String rule) {
        if (!kept) {
            throw new IllegalArgumentException(rule);
        }
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
