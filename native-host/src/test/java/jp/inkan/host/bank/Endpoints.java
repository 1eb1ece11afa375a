package jp.inkan.host.bank;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;

/** Every way to call the bank. */
enum Endpoints {
    SIGN_IN(bank -> bank.signIn("logid031", "p\"ass語".toCharArray())),
    ANSWER(bank -> bank.answer(
            new BankSession("a-token-of-the-bank", new Step.OneTimePassword()), List.of("123456".toCharArray()))),
    ENROL(bank -> bank.enrol(AtTheBank.SIGNED_IN, new byte[600], AtTheBank.OURS.getPublic())),
    LOOK(bank -> bank.certificateOf(new byte[600], AtTheBank.OURS.getPublic())),
    ABANDON(bank -> bank.abandon(new byte[600]));

    private interface Call {
        void on(Bank bank) throws BankException;
    }

    private final Call call;

    Endpoints(Call call) {
        this.call = call;
    }

    /** @return how it failed; null if it didn't */
    BankException failureAt(Bank bank) {
        return catchThrowableOfType(BankException.class, () -> call.on(bank));
    }
}
