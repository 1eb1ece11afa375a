package jp.inkan.host.store.nss;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.ProviderException;
import java.util.List;
import jp.inkan.host.store.StoreException;

/** Work on a store that other programs write to as well. */
final class Patience {
    private static final List<Integer> PAUSES_IN_MILLISECONDS = List.of(50, 250, 1000);

    interface Work<T> {
        T run() throws GeneralSecurityException, IOException, StoreException;
    }

    private Patience() {}

    /** Once. @param what couldn't be done, if it can't */
    static <T> T attempt(String what, Work<T> work) throws StoreException {
        try {
            return work.run();
        } catch (GeneralSecurityException | IOException | ProviderException e) {
            throw new StoreException(what, e);
        }
    }

    /** Anything can fail while another program writes; a few tries a little apart have always been enough. */
    static <T> T patiently(String what, Work<T> work) throws StoreException {
        for (int pause : PAUSES_IN_MILLISECONDS) {
            try {
                return work.run();
            } catch (GeneralSecurityException | IOException | ProviderException | StoreException e) {
                pause(pause);
            }
        }
        return attempt(what, work);
    }

    private static void pause(int milliseconds) throws StoreException {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("Interrupted while the store was busy", e);
        }
    }
}
