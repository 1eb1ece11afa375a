package jp.inkan.host.flow;

import java.util.List;
import java.util.OptionalInt;
import jp.inkan.host.bank.Bank;
import jp.inkan.host.bank.BankException;
import jp.inkan.host.bank.SignedIn;
import jp.inkan.host.failure.Reason;
import jp.inkan.host.institution.Institution;

/** CCHK002: asks for login id and password until the bank accepts them or refuses for good. */
final class SignIn {
    /** @param loginId not a secret */
    record Result(String loginId, SignedIn signedIn) {}

    private static final String LOGIN_ID = "loginId";
    private static final String PASSWORD = "password";

    private SignIn() {}

    static Result run(User user, Institution institution, Bank bank) throws BankException, Cancelled {
        Prompt prompt = new Prompt("CCHK002", List.of(
                new Prompt.Field(LOGIN_ID, Prompt.Kind.ID, institution.login().idLength()),
                new Prompt.Field(PASSWORD, Prompt.Kind.SECRET, institution.login().passwordLength())), null);
        while (true) {
            try (Answer answer = user.ask(prompt)) {
                if (!prompt.accepts(answer)) {
                    prompt = prompt.again(Reason.INPUT_INVALID, OptionalInt.empty());
                    continue;
                }
                user.progress(Stage.SIGNING_IN);
                String loginId = new String(answer.value(LOGIN_ID));
                return new Result(loginId, bank.signIn(loginId, answer.value(PASSWORD)));
            } catch (BankException.Refused refused) {
                if (refused.reason() != Reason.CREDENTIALS) {
                    throw refused;
                }
                prompt = prompt.again(Reason.CREDENTIALS, refused.triesLeft());
            }
        }
    }
}
