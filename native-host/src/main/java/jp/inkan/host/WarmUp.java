package jp.inkan.host;

import java.time.Clock;
import jp.inkan.host.bank.Bank;
import jp.inkan.host.bank.BankException;
import jp.inkan.host.failure.Trace;
import jp.inkan.host.institution.Endpoint;
import jp.inkan.host.institution.Institution;
import jp.inkan.host.proxy.Network;
import jp.inkan.host.store.StoreException;
import jp.inkan.host.store.StoreOpener;
import org.slf4j.LoggerFactory;

/** Loads what a flow needs while the user still reads: the key store, the HTTP client, TLS. Nothing is sent anywhere. */
final class WarmUp {
    private WarmUp() {}

    static void run(StoreOpener store, Institution any, Network network) {
        try {
            store.get().list();
            Bank.at(any, new Endpoint.Public(any.bankHost()), Clock.systemUTC(), network).close();
        } catch (StoreException | BankException e) {
            // The flow will meet it again, with somebody there to be told.
            LoggerFactory.getLogger(WarmUp.class).warn("Warming up: {}", Trace.of(e));
        }
    }
}
