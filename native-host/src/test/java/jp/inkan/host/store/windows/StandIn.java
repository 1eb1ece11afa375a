package jp.inkan.host.store.windows;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import jp.inkan.host.platform.windows.Downcall;
import jp.inkan.host.platform.windows.SystemLibrary;

/** Makes a function of the stand-in for ncrypt.dll fail, until it is closed. */
final class StandIn implements AutoCloseable {
    private static final MethodHandle SET =
            SystemLibrary.of("kernel32").function("SetEnvironmentVariableW", JAVA_INT, ADDRESS, ADDRESS);

    /** @param what function=status in hexadecimal, @ and a provider where it is to fail there alone */
    static StandIn failing(String what) {
        set(what);
        return new StandIn();
    }

    private static void set(String value) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment text = value == null ? MemorySegment.NULL : SystemLibrary.text(arena, value);
            int _ = (int) SET.invokeExact(SystemLibrary.text(arena, "INKAN_NCRYPT_FAIL"), text);
        } catch (Throwable e) {
            throw Downcall.unchecked(e);
        }
    }

    @Override
    public void close() {
        set(null);
    }
}
