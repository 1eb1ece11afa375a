package jp.inkan.host.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import jp.inkan.host.failure.Reason;
import jp.inkan.host.institution.Institution;
import jp.inkan.host.institution.Institutions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A refusal with a code that")
class CodesOfTheManualTest extends AtTheBank {
    private static final BankSession ASKED = new BankSession("a-token-of-the-bank", new Step.OneTimePassword());

    private BankException.Refused refused(String institution, String problem) throws Exception {
        Institution profile = Institutions.builtIn().byCode(institution).orElseThrow();
        server.enqueue(problem(403, "{'type':'urn:inkan:problem:" + problem + "','triesLeft':2}"));
        server.enqueue(problem(403, "{'type':'urn:inkan:problem:" + problem + "','triesLeft':2}"));
        try (Bank bank = bankOf(profile)) {
            var refused = catchThrowableOfType(BankException.Refused.class, () -> signIn(bank));
            var answered = catchThrowableOfType(
                    BankException.Refused.class, () -> bank.answer(ASKED, List.of("123456".toCharArray())));
            assertThat(answered.reason()).isEqualTo(refused.reason());
            return refused;
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "2146, question-not-registered", "2146, otp-hardware-not-registered", "2224, transaction-token-not-registered",
        "2224, contract-unconfirmed", "2235, user-code-unconfirmed", "2235, transaction-token-not-chosen"
    })
    @DisplayName("isn't in the institution's manual is told as bank-refused, G005e, which its help desk knows")
    void unknownToHelpDesk(String institution, String problem) throws Exception {
        var refused = refused(institution, problem);
        assertThat(refused.reason()).isEqualTo(Reason.BANK_REFUSED);
        assertThat(refused.triesLeft()).hasValue(2);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "2146, otp-token-not-issued, OTP_TOKEN_NOT_ISSUED", "2224, credentials, CREDENTIALS",
        "2235, already-issued, ALREADY_ISSUED", "2549, contract-unconfirmed, CONTRACT_UNCONFIRMED",
        "2549, otp-hardware-not-registered, OTP_HARDWARE_NOT_REGISTERED"
    })
    @DisplayName("is in the institution's manual is told as it is")
    void knownToHelpDesk(String institution, String problem, Reason reason) throws Exception {
        assertThat(refused(institution, problem).reason()).isEqualTo(reason);
    }
}
