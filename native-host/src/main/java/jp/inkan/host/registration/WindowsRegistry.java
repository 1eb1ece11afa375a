package jp.inkan.host.registration;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import jp.inkan.host.platform.windows.SystemLibrary;

/** Keys of the signed-in user's in Windows' registry (winreg.h). Tested with wine 8. */
final class WindowsRegistry {
    /** (HKEY)(ULONG_PTR)((LONG)0x80000001) */
    private static final long HKEY_CURRENT_USER = 0xFFFFFFFF80000001L;
    private static final int REG_SZ = 1;
    private static final int ERROR_FILE_NOT_FOUND = 2;

    private static final SystemLibrary LIBRARY = SystemLibrary.of("advapi32");
    /** hKey, lpSubKey, lpValueName, dwType, lpData, cbData: makes the key, too */
    private static final MethodHandle SET =
            LIBRARY.function("RegSetKeyValueW", JAVA_INT, JAVA_LONG, ADDRESS, ADDRESS, JAVA_INT, ADDRESS, JAVA_INT);
    /** hKey, lpSubKey */
    private static final MethodHandle DELETE = LIBRARY.function("RegDeleteTreeW", JAVA_INT, JAVA_LONG, ADDRESS);

    private WindowsRegistry() {}

    /** Sets a key's default value. @param key below HKEY_CURRENT_USER */
    static void set(String key, String value) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment data = SystemLibrary.text(arena, value);
            require("RegSetKeyValueW", (int) SET.invokeExact(
                    HKEY_CURRENT_USER, SystemLibrary.text(arena, key), MemorySegment.NULL, REG_SZ, data, (int) data.byteSize()));
        } catch (Throwable e) {
            throw rethrown(e);
        }
    }

    /** Deletes a key with all below it. @return false if it isn't there */
    static boolean delete(String key) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            int code = (int) DELETE.invokeExact(HKEY_CURRENT_USER, SystemLibrary.text(arena, key));
            if (code == ERROR_FILE_NOT_FOUND) {
                return false;
            }
            require("RegDeleteTreeW", code);
            return true;
        } catch (Throwable e) {
            throw rethrown(e);
        }
    }

    private static void require(String call, int code) throws IOException {
        if (code != 0) {
            throw new IOException(call + ": error " + code);
        }
    }

    private static IOException rethrown(Throwable e) {
        return switch (e) {
            case IOException known -> known;
            case Error error -> throw error;
            case RuntimeException unchecked -> throw unchecked;
            default -> new IOException(e);
        };
    }
}
