package jp.inkan.host.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.SplittableRandom;
import jp.inkan.host.flow.BusyBankSimulation.Load;
import jp.inkan.host.flow.BusyBankSimulation.Retries;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The first customers come at 56 a second, the bank answers 40. */
@DisplayName("A bank in its worst hour")
class BusyBankTest {
    private final Load ours = BusyBankSimulation.of(Retries.ours(new SplittableRandom(4)));

    @Test
    @DisplayName("isn't stormed: never four times what it can do, and two requests a customer; all have a certificate in the hour")
    void ours() {
        assertThat(ours.peak()).isLessThan(160);
        assertThat(ours.requests()).isLessThan(2 * BusyBankSimulation.CLIENTS);
        assertThat(ours.over()).isLessThanOrEqualTo(3600);
        assertThat(ours.toldBusy()).isLessThan(BusyBankSimulation.CLIENTS / 8);
    }

    @Test
    @DisplayName("gets ten times the requests if all ask every five seconds, and nobody is done sooner")
    void everyFiveSeconds() {
        Load fixed = BusyBankSimulation.of(Retries.after(Duration.ofSeconds(5)));
        assertThat(fixed.peak()).isGreaterThan(10 * ours.peak());
        assertThat(fixed.requests()).isGreaterThan(10 * ours.requests());
        assertThat(fixed.over()).isGreaterThan(ours.over() - 60);
    }

    @Test
    @DisplayName("gets two hundred times the requests if all ask at once, and nobody is done sooner")
    void atOnce() {
        Load immediate = BusyBankSimulation.of(Retries.after(Duration.ZERO));
        assertThat(immediate.peak()).isGreaterThan(200 * ours.peak());
        assertThat(immediate.requests()).isGreaterThan(200 * ours.requests());
        assertThat(immediate.over()).isGreaterThan(ours.over() - 60);
    }
}
