package jp.inkan.host.flow;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import jp.inkan.host.bank.Bank;
import jp.inkan.host.bank.BankException;
import jp.inkan.host.bank.BankSession;
import jp.inkan.host.bank.Step;
import jp.inkan.host.failure.Reason;
import jp.inkan.host.institution.Institution;

/** The conversation in which the bank learns who asks: CCHK002, then whatever steps it wants, in its order. */
final class SignIn {
    /** @param loginId not a secret */
    record Issue(String loginId, BankSession session) {}

    /** One answer to the bank; what it was given is cleared afterwards. */
    private interface Attempt<T> {
        T with(Answer answer) throws BankException;
    }

    private static final String LOGIN_ID = "loginId";
    private static final String PASSWORD = "password";
    /** After these the same screen comes again; after any other refusal the flow ends. */
    private static final Set<Reason> ASK_AGAIN = Set.of(Reason.CREDENTIALS, Reason.ANSWER_WRONG);

    /** Steps in one sign-in. The manuals' longest has three; a bank that goes on asking collects numbers and answers. */
    private static final int MOST_STEPS = 20;

    private final User user;
    private final ThroughProxy proxies;
    private final Bank bank;

    private SignIn(ThroughProxy proxies, Bank bank) {
        this.user = proxies.user();
        this.proxies = proxies;
        this.bank = bank;
    }

    static Issue toIssue(ThroughProxy proxies, Institution institution, Bank bank)
            throws BankException, FlowFailed, Cancelled {
        var signIn = new SignIn(proxies, bank);
        var rules = institution.login();
        Issue begun = signIn.ask(credentials(loginId(rules), password(rules)), answer -> {
            String loginId = new String(answer.value(LOGIN_ID));
            return new Issue(loginId, bank.signIn(loginId, answer.value(PASSWORD)));
        });
        return new Issue(begun.loginId(), signIn.stepUps(begun.session()));
    }

    /** The certificate says who it is: only the password is asked. */
    static BankSession toRenew(ThroughProxy proxies, Institution institution, Bank bank, String serialNumber)
            throws BankException, FlowFailed, Cancelled {
        var signIn = new SignIn(proxies, bank);
        return signIn.stepUps(signIn.ask(
                credentials(password(institution.login())),
                answer -> bank.signInToRenew(serialNumber, answer.value(PASSWORD))));
    }

    private BankSession stepUps(BankSession begun) throws BankException, FlowFailed, Cancelled {
        BankSession session = begun;
        for (int steps = 0; !(session.next() instanceof Step.Enrol); steps++) {
            if (steps == MOST_STEPS) {
                throw new FlowFailed(Reason.BANK_ANSWER, "the sign-in has no end");
            }
            session = stepUp(session);
        }
        return session;
    }

    private BankSession stepUp(BankSession session) throws BankException, Cancelled {
        Prompt prompt = StepUp.prompt(session.next());
        return ask(prompt, answer -> bank.answer(session, answer.values(prompt)));
    }

    private static Prompt credentials(Prompt.Field... fields) {
        return new Prompt("CCHK002", List.of(fields), null, null);
    }

    private static Prompt.Field loginId(Institution.LoginRules rules) {
        return new Prompt.Field(LOGIN_ID, Prompt.Kind.ID, rules.idLength());
    }

    private static Prompt.Field password(Institution.LoginRules rules) {
        return new Prompt.Field(PASSWORD, Prompt.Kind.SECRET, rules.passwordLength());
    }

    /** Asks until the bank accepts the answer or refuses for good. */
    private <T> T ask(Prompt first, Attempt<T> attempt) throws BankException, Cancelled {
        Prompt prompt = first;
        while (true) {
            try (Answer answer = user.ask(prompt)) {
                if (!answer.fits(prompt)) {
                    prompt = prompt.again(Reason.INPUT_INVALID, OptionalInt.empty());
                    continue;
                }
                user.progress(Stage.SIGNING_IN);
                return proxies.call(() -> attempt.with(answer));
            } catch (BankException.Refused refused) {
                if (!ASK_AGAIN.contains(refused.reason())) {
                    throw refused;
                }
                prompt = prompt.again(refused.reason(), refused.triesLeft());
            }
        }
    }
}
