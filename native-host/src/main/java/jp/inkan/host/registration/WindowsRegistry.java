package jp.inkan.host.registration;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import jp.inkan.host.platform.windows.Downcall;
import jp.inkan.host.platform.windows.SystemLibrary;

/** Keys of Windows' registry (winreg.h, winerror.h). Tested with wine 8. */
final class WindowsRegistry {
    /** Whose keys. */
    enum Root {
        /** The signed-in user's. */
        CURRENT_USER(0x80000001),
        /** Everybody's. */
        LOCAL_MACHINE(0x80000002);

        private final long handle;

        /** @param hkey as the header has it: a LONG that becomes a handle with its sign */
        Root(int hkey) {
            handle = hkey;
        }
    }

    private static final int REG_SZ = 1;
    private static final int RRF_RT_REG_SZ = 2;
    private static final int ERROR_FILE_NOT_FOUND = 2;
    /** Bytes. The longest path has 32,767 characters. */
    private static final int LONGEST = 65_536;

    private static final SystemLibrary LIBRARY = SystemLibrary.of("advapi32");
    /** hkey, lpSubKey, lpValue, dwFlags, pdwType, pvData, pcbData */
    private static final MethodHandle GET =
            LIBRARY.function("RegGetValueW", JAVA_INT, JAVA_LONG, ADDRESS, ADDRESS, JAVA_INT, ADDRESS, ADDRESS, ADDRESS);
    /** hKey, lpSubKey, lpValueName, dwType, lpData, cbData: makes the key, too */
    private static final MethodHandle SET =
            LIBRARY.function("RegSetKeyValueW", JAVA_INT, JAVA_LONG, ADDRESS, ADDRESS, JAVA_INT, ADDRESS, JAVA_INT);
    /** hKey, lpSubKey */
    private static final MethodHandle DELETE = LIBRARY.function("RegDeleteTreeW", JAVA_INT, JAVA_LONG, ADDRESS);

    private WindowsRegistry() {}

    /** A key's default value. @return nothing if there is none */
    static Optional<String> value(Root root, String key) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment data = arena.allocate(LONGEST, Character.BYTES);
            int code = (int) GET.invokeExact(root.handle, SystemLibrary.text(arena, key), MemorySegment.NULL, RRF_RT_REG_SZ,
                    MemorySegment.NULL, data, arena.allocateFrom(JAVA_INT, LONGEST));
            if (code == ERROR_FILE_NOT_FOUND) {
                return Optional.empty();
            }
            require("RegGetValueW", code);
            return Optional.of(data.getString(0, StandardCharsets.UTF_16LE));
        } catch (Throwable e) {
            throw Downcall.rethrown(e, IOException.class);
        }
    }

    /** Sets the default value of a key of the user's. */
    static void set(String key, String value) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment data = SystemLibrary.text(arena, value);
            require("RegSetKeyValueW", (int) SET.invokeExact(Root.CURRENT_USER.handle, SystemLibrary.text(arena, key),
                    MemorySegment.NULL, REG_SZ, data, (int) data.byteSize()));
        } catch (Throwable e) {
            throw Downcall.rethrown(e, IOException.class);
        }
    }

    /** Deletes a key of the user's with all below it. */
    static void delete(String key) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            require("RegDeleteTreeW", (int) DELETE.invokeExact(Root.CURRENT_USER.handle, SystemLibrary.text(arena, key)));
        } catch (Throwable e) {
            throw Downcall.rethrown(e, IOException.class);
        }
    }

    private static void require(String call, int code) throws IOException {
        if (code != 0) {
            throw new IOException(call + ": error " + code);
        }
    }
}
