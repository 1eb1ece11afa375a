package jp.inkan.host.platform.windows;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_CHAR;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;

/**
 * A DLL of the system's own, loaded by its absolute path: a file of the same name in the current folder, in PATH or beside the
 * program is none. Where System32 is says the system, not a variable that the user can set.
 */
public record SystemLibrary(SymbolLookup symbols) {
    /** What a Win32 call leaves behind for GetLastError. */
    public static final Linker.Option LAST_ERROR = Linker.Option.captureCallState("GetLastError");

    private static final Linker LINKER = Linker.nativeLinker();
    /** MAX_PATH of minwindef.h is 260; the system's folder is far shorter. */
    private static final int LONGEST = 260;
    private static final String SYSTEM32 = systemFolder();

    /** @param name without .dll */
    public static SystemLibrary of(String name) {
        return new SystemLibrary(SymbolLookup.libraryLookup(SYSTEM32 + "\\" + name + ".dll", Arena.global()));
    }

    public MethodHandle function(String name, MemoryLayout result, MemoryLayout... parameters) {
        return LINKER.downcallHandle(symbols.findOrThrow(name), FunctionDescriptor.of(result, parameters));
    }

    /** One whose first argument is a segment for {@link #LAST_ERROR}. */
    public MethodHandle functionWithLastError(String name, MemoryLayout result, MemoryLayout... parameters) {
        return LINKER.downcallHandle(symbols.findOrThrow(name), FunctionDescriptor.of(result, parameters), LAST_ERROR);
    }

    /** A text as Windows takes it: UTF-16, ended by a zero. */
    public static MemorySegment text(Arena arena, String text) {
        return arena.allocateFrom(text, StandardCharsets.UTF_16LE);
    }

    /** kernel32 is a known DLL: it is loaded already, and never from anywhere else. */
    private static String systemFolder() {
        SymbolLookup kernel = SymbolLookup.libraryLookup("kernel32.dll", Arena.global());
        MethodHandle ask = LINKER.downcallHandle(
                kernel.findOrThrow("GetSystemDirectoryW"), FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT));
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment folder = arena.allocate(JAVA_CHAR, LONGEST);
            int length = (int) ask.invokeExact(folder, LONGEST);
            if (length <= 0 || length >= LONGEST) {
                throw new IllegalStateException("GetSystemDirectoryW gave " + length);
            }
            return folder.getString(0, StandardCharsets.UTF_16LE);
        } catch (Throwable e) {
            throw Downcall.unchecked(e);
        }
    }
}
