package jp.inkan.host.flow;

import java.util.List;
import java.util.OptionalInt;
import jp.inkan.host.bank.BankException;
import jp.inkan.host.failure.Reason;
import jp.inkan.host.institution.Institution.Length;
import jp.inkan.host.proxy.ProxyLogins;

/**
 * Makes calls to the bank, and asks CCHK008 whenever a proxy on the way wants to know who the user is. A proxy that asks has
 * let nothing through: the same call is simply made again.
 */
record ThroughProxy(User user, ProxyLogins logins) implements Settlement.Caller {
    @FunctionalInterface
    interface Call<T> {
        T run() throws BankException;
    }

    private static final String USER = "proxyUser";
    private static final String PASSWORD = "proxyPassword";
    private static final Length ANY = new Length(1, 256);

    @Override
    public <T> T call(Call<T> call) throws BankException, Cancelled {
        while (true) {
            try {
                return call.run();
            } catch (BankException.ProxyLogin e) {
                ask(e);
            }
        }
    }

    private void ask(BankException.ProxyLogin wanted) throws Cancelled {
        Prompt prompt = new Prompt(
                "CCHK008",
                List.of(new Prompt.Field(USER, Prompt.Kind.ID, ANY), new Prompt.Field(PASSWORD, Prompt.Kind.SECRET, ANY)),
                new Prompt.Show.Proxy(wanted.proxy().toString()),
                null);
        if (wanted.rejected()) {
            prompt = prompt.again(Reason.PROXY_CREDENTIALS, OptionalInt.empty());
        }
        while (true) {
            try (Answer answer = user.ask(prompt)) {
                if (answer.fits(prompt)) {
                    logins.give(wanted.proxy(), answer.value(USER), answer.value(PASSWORD));
                    return;
                }
            }
            prompt = prompt.again(Reason.INPUT_INVALID, OptionalInt.empty());
        }
    }
}
