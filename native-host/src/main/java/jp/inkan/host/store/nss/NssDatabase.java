package jp.inkan.host.store.nss;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import jp.inkan.host.platform.UserOnly;
import jp.inkan.host.store.StoreException;

/**
 * Makes an NSS database where there is none. SunPKCS11 only opens one that exists, so libnss3 itself is called: nss.h
 * NSS_InitReadWrite, NSS_Shutdown; pk11pub.h PK11_GetInternalKeySlot, PK11_NeedUserInit, PK11_InitPin, PK11_FreeSlot.
 */
final class NssDatabase {
    private static final String LIBRARY = "libnss3.so";

    private NssDatabase() {}

    /** Makes the database with an empty password, as the browsers do, unless it is there. */
    static void createIfMissing(Path folder) throws StoreException {
        if (Files.exists(folder.resolve("cert9.db")) && Files.exists(folder.resolve("key4.db"))) {
            return;
        }
        try {
            Files.createDirectories(folder, UserOnly.folder());
        } catch (IOException e) {
            throw new StoreException("The folder of the NSS database can't be made", e);
        }
        try (Arena arena = Arena.ofConfined()) {
            create(folder, arena);
        } catch (StoreException e) {
            throw e;
        } catch (Throwable e) {
            throw new StoreException("The NSS database can't be made", e);
        }
    }

    private static void create(Path folder, Arena arena) throws Throwable {
        var nss = SymbolLookup.libraryLookup(LIBRARY, arena);
        MethodHandle initReadWrite = function(nss, "NSS_InitReadWrite", FunctionDescriptor.of(JAVA_INT, ADDRESS));
        MethodHandle keySlot = function(nss, "PK11_GetInternalKeySlot", FunctionDescriptor.of(ADDRESS));
        MethodHandle needUserInit = function(nss, "PK11_NeedUserInit", FunctionDescriptor.of(JAVA_INT, ADDRESS));
        MethodHandle initPin = function(nss, "PK11_InitPin", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, ADDRESS));
        MethodHandle freeSlot = function(nss, "PK11_FreeSlot", FunctionDescriptor.ofVoid(ADDRESS));
        MethodHandle shutdown = function(nss, "NSS_Shutdown", FunctionDescriptor.of(JAVA_INT));

        check("NSS_InitReadWrite", (int) initReadWrite.invokeExact(arena.allocateFrom("sql:" + folder)));
        try {
            MemorySegment slot = (MemorySegment) keySlot.invokeExact();
            try {
                if ((int) needUserInit.invokeExact(slot) != 0) {
                    check("PK11_InitPin", (int) initPin.invokeExact(slot, MemorySegment.NULL, arena.allocateFrom("")));
                }
            } finally {
                freeSlot.invokeExact(slot);
            }
        } finally {
            check("NSS_Shutdown", (int) shutdown.invokeExact());
        }
    }

    private static MethodHandle function(SymbolLookup library, String name, FunctionDescriptor descriptor) {
        return Linker.nativeLinker().downcallHandle(library.findOrThrow(name), descriptor);
    }

    private static void check(String call, int result) throws StoreException {
        if (result != 0) {
            throw new StoreException(call + " failed");
        }
    }
}
