package jp.inkan.host.institution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.inkan.host.failure.Code;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the institutions' manuals say, as far as they differ. */
@DisplayName("The built-in profile")
class InstitutionsTest {
    private static final Institutions INSTITUTIONS = Institutions.builtIn();

    @ParameterizedTest(name = "of {0}")
    @CsvSource({
        "2146, ISSUE,        30, CCHK003",
        "2224, REVOKE_FIRST, 40, CCHK003 CCHK004 CCHK005 CCHK006",
        "2235, REVOKE_FIRST, 40, CCHK003 CCHK004",
        "2549, ISSUE,        40, CCHK003 CCHK004 CCHK005 CCHK006",
        "9999, ISSUE,        40, CCHK003 CCHK004 CCHK005 CCHK006"
    })
    @DisplayName("knows what an expired certificate needs, from when its end is told of, and what the bank may ask")
    void differences(String code, Institution.Expired expired, int noticeFromDays, String prompts) {
        Institution institution = INSTITUTIONS.byCode(code).orElseThrow();
        assertThat(institution.certificate().expired()).isEqualTo(expired);
        assertThat(institution.certificate().noticeFromDays()).isEqualTo(noticeFromDays);
        assertThat(institution.certificate().renewFromDays()).isEqualTo(40);
        assertThat(institution.certificate().validDays()).isEqualTo(366);
        assertThat(institution.login().prompts()).isEqualTo(List.of(prompts.split(" ")));
    }

    @ParameterizedTest(name = "of {0}")
    @CsvSource({"2146, false", "2224, false", "2235, false", "2549, true", "9999, true"})
    @DisplayName("has the codes of the manual's error table: G014e everywhere, the other registrations at のぞみ alone")
    void codes(String code, boolean all) {
        List<String> codes = INSTITUTIONS.byCode(code).orElseThrow().login().codes();
        assertThat(codes).contains("G001e", "G002e", "G003e", "G004e", "G005e", "G006e", "G007i", "G008e", "G009e", "G014e", "G021e");
        assertThat(codes.containsAll(List.of("G010e", "G011e", "G012e", "G013e", "G015e", "G020e"))).isEqualTo(all);
        assertThat(codes).hasSize(all ? Code.values().length : 11);
    }

    @Test
    @DisplayName("speaks our protocol at the practice bank alone")
    void supported() {
        assertThat(INSTITUTIONS.all().stream().filter(Institution::supported).map(Institution::code)).containsExactly("9999");
        assertThat(INSTITUTIONS.all().stream().filter(Institution::practice).map(Institution::code)).containsExactly("9999");
    }
}
