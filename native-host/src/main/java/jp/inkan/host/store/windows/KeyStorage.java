package jp.inkan.host.store.windows;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.inkan.host.platform.windows.Downcall;
import jp.inkan.host.platform.windows.SystemLibrary;
import jp.inkan.host.store.StoreException;

/**
 * One of CNG's key storage providers, for the signed-in user's keys.
 *
 * @param name   as Windows has it
 * @param handle NCRYPT_PROV_HANDLE, open for the life of the process
 */
record KeyStorage(String name, long handle) {
    /** ncrypt.h: MS_KEY_STORAGE_PROVIDER, MS_PLATFORM_KEY_STORAGE_PROVIDER */
    static final String SOFTWARE = "Microsoft Software Key Storage Provider";
    static final String TPM = "Microsoft Platform Crypto Provider";

    private static final int BITS = 2048;
    private static final int NO_EXPORT = 0;
    private static final long LONGEST_NAME = 1024;

    static KeyStorage open(String name) throws StoreException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment handle = arena.allocate(JAVA_LONG);
            Status.require("NCryptOpenStorageProvider",
                    (int) Ncrypt.OPEN_PROVIDER.invokeExact(handle, SystemLibrary.text(arena, name), 0));
            return new KeyStorage(name, handle.get(JAVA_LONG, 0));
        } catch (Throwable e) {
            throw Downcall.rethrown(e, StoreException.class);
        }
    }

    /** Makes a key that signs and can't be exported. It is there once this returns, also after the process. */
    CngKey create(String container) throws StoreException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment out = arena.allocate(JAVA_LONG);
            Status.require("NCryptCreatePersistedKey", (int) Ncrypt.CREATE_KEY.invokeExact(
                    handle, out, SystemLibrary.text(arena, "RSA"), SystemLibrary.text(arena, container), 0, 0));
            long key = out.get(JAVA_LONG, 0);
            set(arena, key, "Length", BITS, 0);
            set(arena, key, "Export Policy", NO_EXPORT, Constants.NCRYPT_PERSIST_FLAG);
            set(arena, key, "Key Usage", Constants.NCRYPT_ALLOW_SIGNING_FLAG, Constants.NCRYPT_PERSIST_FLAG);
            Status.require("NCryptFinalizeKey", (int) Ncrypt.FINALIZE_KEY.invokeExact(key, Constants.NCRYPT_SILENT_FLAG));
            return new CngKey(new KeyPlace(name, container), key);
        } catch (Throwable e) {
            throw Downcall.rethrown(e, StoreException.class);
        }
    }

    private static void set(Arena arena, long key, String property, int value, int flags) throws Throwable {
        Status.require("NCryptSetProperty " + property, (int) Ncrypt.SET_PROPERTY.invokeExact(
                key, SystemLibrary.text(arena, property), arena.allocateFrom(JAVA_INT, value), Integer.BYTES, flags));
    }

    /** @return nothing if the key isn't there */
    Optional<CngKey> find(String container, int legacySpec) throws StoreException {
        Optional<Long> key = handleOf(container, legacySpec);
        return key.isPresent() ? Optional.of(new CngKey(new KeyPlace(name, container, legacySpec), key.get())) : Optional.empty();
    }

    private Optional<Long> handleOf(String container, int legacySpec) throws StoreException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment key = arena.allocate(JAVA_LONG);
            int code = (int) Ncrypt.OPEN_KEY.invokeExact(
                    handle, key, SystemLibrary.text(arena, container), legacySpec, Constants.NCRYPT_SILENT_FLAG);
            if (WindowsError.NTE_BAD_KEYSET.is(code)) {
                return Optional.empty();
            }
            Status.require("NCryptOpenKey", code);
            return Optional.of(key.get(JAVA_LONG, 0));
        } catch (Throwable e) {
            throw Downcall.rethrown(e, StoreException.class);
        }
    }

    /** Deletes the key for good, if it is there. */
    void delete(String container, int legacySpec) throws StoreException {
        Optional<Long> key = handleOf(container, legacySpec);
        if (key.isEmpty()) {
            return;
        }
        try {
            Status.require("NCryptDeleteKey", (int) Ncrypt.DELETE_KEY.invokeExact((long) key.get(), Constants.NCRYPT_SILENT_FLAG));
        } catch (Throwable e) {
            throw Downcall.rethrown(e, StoreException.class);
        }
    }

    /** The names of all keys of the user in this provider. */
    List<String> containers() throws StoreException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment found = arena.allocate(ADDRESS);
            MemorySegment state = arena.allocate(ADDRESS);
            var names = new ArrayList<String>();
            try {
                while (true) {
                    int code = (int) Ncrypt.ENUM_KEYS.invokeExact(
                            handle, MemorySegment.NULL, found, state, Constants.NCRYPT_SILENT_FLAG);
                    if (WindowsError.NTE_NO_MORE_ITEMS.is(code)) {
                        return List.copyOf(names);
                    }
                    Status.require("NCryptEnumKeys", code);
                    names.add(taken(found.get(ADDRESS, 0)));
                }
            } finally {
                free(state.get(ADDRESS, 0));
            }
        } catch (Throwable e) {
            throw Downcall.rethrown(e, StoreException.class);
        }
    }

    /** @param keyName an NCryptKeyName, which is freed */
    private static String taken(MemorySegment keyName) throws Throwable {
        MemorySegment structure = keyName.reinterpret(Layouts.NCryptKeyName.byteSize());
        MemorySegment text = structure.get(ADDRESS, Layouts.offset(Layouts.NCryptKeyName, "pszName"));
        String name = text.reinterpret(LONGEST_NAME * Character.BYTES).getString(0, StandardCharsets.UTF_16LE);
        free(keyName);
        return name;
    }

    private static void free(MemorySegment buffer) throws Throwable {
        if (buffer.address() != 0) {
            int _ = (int) Ncrypt.FREE_BUFFER.invokeExact(buffer);
        }
    }
}
