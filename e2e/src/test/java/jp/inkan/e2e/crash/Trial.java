package jp.inkan.e2e.crash;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import jp.inkan.e2e.host.HostProcess;

/** One job, cut off at one step; then the user starts anew, and all must be well. */
final class Trial {
    /** As long as a virus scanner may hold a file. */
    private static final Duration BUSY = Duration.ofSeconds(2);

    private final RestartableBank bank;
    private final Path folder;
    private final Pc pc;
    private final Watch watch;

    /** @param folder an empty one */
    Trial(RestartableBank bank, Path folder, Job job) throws IOException {
        this.bank = bank;
        this.folder = folder;
        pc = new Pc(bank, folder, job);
        watch = new Watch(folder);
    }

    /** Does the job without a mishap. @return its steps */
    List<Step> undisturbed() throws Exception {
        try (HostProcess host = pc.host(watch.environment(pc.environment()), "watched")) {
            pc.doJob(host);
        }
        pc.goOn();
        pc.assertWhole();
        return watch.steps();
    }

    /** @param step its number */
    void run(Mishap mishap, int step) throws Exception {
        try (HostProcess host = pc.host(watch.environment(pc.environment(), step, mishap.deed), "watched")) {
            Thread browser = Thread.ofVirtual().start(() -> pc.doJob(host));
            if (mishap.deed.equals("pause") && paused(browser)) {
                whilePaused(mishap, host);
            }
            browser.join();
            host.abandon();
            host.awaitExit();
        }
        pc.goOn();
        pc.assertWhole();
    }

    /** @return false if the job ended without coming to the step */
    private boolean paused(Thread browser) {
        while (!watch.paused()) {
            if (!browser.isAlive()) {
                return false;
            }
            Thread.onSpinWait();
        }
        return true;
    }

    private void whilePaused(Mishap mishap, HostProcess host) throws Exception {
        switch (mishap) {
            case BROWSER_GONE -> {
                host.abandon();
                watch.go();
            }
            case BANK_RESTARTED -> {
                bank.restart();
                watch.go();
            }
            case STORE_BUSY -> {
                try (var _ = new BusyStore(pc.database())) {
                    watch.go();
                    Thread.sleep(BUSY);
                }
            }
            case SECOND_HOST -> {
                try (HostProcess second = HostProcess.welcomed(pc.environment(), folder.resolve("second.stderr"))) {
                    Thread other = Thread.ofVirtual().start(() -> pc.doJobAgain(second));
                    watch.go();
                    other.join();
                }
            }
            default -> throw new IllegalArgumentException("nothing happens in a pause: " + mishap);
        }
    }
}
