package jp.inkan.host.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.security.KeyPair;
import jp.inkan.host.bank.BankException;
import jp.inkan.host.certificate.Certificates;
import jp.inkan.host.certificate.Sha256;
import jp.inkan.host.journal.Entry;
import jp.inkan.host.store.StoredKey;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * On Windows a certificate that is removed in the system's own window leaves its key behind, under the name that a later key of the same login
 * id has, too.
 */
@DisplayName("Where an old key has the same name as the one whose request was sent")
@Timeout(30)
class SeveralKeysTest extends AtHandMadeBank {
    private static final String NAME = PendingName.ofIssue("9999", LOGIN_ID);
    private static final KeyPair OLD = Certificates.rsa();
    private static final KeyPair SENT = Certificates.rsa();

    private static StoredKey stored(KeyPair pair) {
        return new StoredKey(NAME, pair.getPublic(), pair.getPrivate(), SIGNER);
    }

    /** What the journal says of the one that was sent. @param inStore in the store's order */
    private Entry sent(KeyPair... inStore) throws Exception {
        for (KeyPair each : inStore) {
            store.pending.add(stored(each));
        }
        return submitted(NAME, SENT);
    }

    @Test
    @DisplayName("the bank is asked about both before the user hears that nothing was made")
    void both() throws Exception {
        Entry entry = sent(OLD, SENT);
        answer(NONE);
        assertThat(settle(entry)).isEqualTo(new Settlement.End.Nothing());
        assertThat(server.heard()).contains(
                "DELETE /inkan/v1/requests/" + Sha256.hex(requestFor(OLD)), "DELETE /inkan/v1/requests/" + Sha256.hex(requestFor(SENT)));
        assertThat(store.pending).isEmpty();
        assertThat(pc.journal().open()).isEmpty();
    }

    @Test
    @DisplayName("and the bank promises nothing about that one, it stays, and the entry with it")
    void noPromise() throws Exception {
        Entry entry = sent(OLD, SENT);
        answer(NONE, NONE, NONE, "503 No\r\n\r\n");
        assertThat(catchThrowable(() -> settle(entry))).isInstanceOf(BankException.class);
        assertThat(store.pending).containsExactly(stored(SENT));
        assertThat(pc.journal().open()).hasSize(1);
    }

    @Test
    @DisplayName("and that one isn't in the store, the bank is asked about it all the same")
    void keyGone() throws Exception {
        Entry entry = sent(OLD);
        answer(NONE);
        assertThat(settle(entry)).isEqualTo(new Settlement.End.Nothing());
        assertThat(server.heard()).contains("DELETE /inkan/v1/requests/" + Sha256.hex(requestFor(SENT)));
        assertThat(pc.journal().open()).isEmpty();
    }
}
