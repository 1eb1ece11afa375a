package jp.inkan.host.flow;

import java.time.Clock;
import jp.inkan.host.journal.Journal;
import jp.inkan.host.proxy.Network;
import jp.inkan.host.store.UserKeyStore;

/**
 * What there is on this PC for a flow to work with.
 *
 * @param store of the signed-in user
 * @param journal of their enrolments under way
 * @param clock the bank's time, as far as this PC knows it
 * @param network the way out
 */
public record ThisPc(UserKeyStore store, Journal journal, Clock clock, Network network) {}
