package jp.inkan.e2e.bank.visit;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** Who is logged in at the bank's pages. Kept in memory: after a restart everybody logs in again. */
public final class Visits {
    /** On the bank's clock, whatever the visitor does. */
    public static final Duration LIFE = Duration.ofMinutes(10);
    /** As long as a browser needs from one of the bank's hosts to the other. */
    private static final Duration ON_THE_WAY = Duration.ofMinutes(1);

    private final Handles<Visit> open;
    private final Handles<Visit> tickets;

    public Visits(InstantSource clock) {
        open = new Handles<>(LIFE, clock);
        tickets = new Handles<>(ON_THE_WAY, clock);
    }

    /** The id of a visit that begins now: 43 characters of base64url, a secret of the visitor's. */
    public String begin(Visit visit) {
        return open.put(visit);
    }

    public Optional<Visit> visit(String id) {
        return open.get(id);
    }

    public void end(String id) {
        open.take(id);
    }

    /** Takes a visitor from the host that asks for certificates to the one with the pages: 43 characters of base64url. */
    public String ticket(Visit visit) {
        return tickets.put(visit);
    }

    /** What a ticket stands for, once. */
    public Optional<Visit> redeem(String ticket) {
        return tickets.take(ticket);
    }
}
