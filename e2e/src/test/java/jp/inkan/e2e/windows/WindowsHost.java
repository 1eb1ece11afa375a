package jp.inkan.e2e.windows;

import jp.inkan.e2e.host.HostProcess;

/** The real host behind the Windows launcher, spoken to as a browser does. */
final class WindowsHost {
    private WindowsHost() {}

    /** @param launcher as Windows names it */
    static HostProcess welcomed(Wine pc, String launcher) {
        return welcomed(pc.command(launcher, HostProcess.ORIGIN, "--parent-window=0").redirectError(ProcessBuilder.Redirect.DISCARD));
    }

    static HostProcess welcomed(ProcessBuilder command) {
        HostProcess host = HostProcess.start(command);
        host.hello();
        return host;
    }
}
