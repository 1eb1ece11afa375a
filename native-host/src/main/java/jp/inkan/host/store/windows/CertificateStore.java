package jp.inkan.host.store.windows;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.ByteArrayInputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.VarHandle;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.inkan.host.platform.windows.Downcall;
import jp.inkan.host.platform.windows.SystemLibrary;
import jp.inkan.host.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The store MY of the signed-in user, for one piece of work: what the browsers read. Opened anew each time, since others write
 * to it as well.
 */
final class CertificateStore implements AutoCloseable {
    /** @param place of its private key */
    record Entry(X509Certificate certificate, KeyPlace place) {}

    private static final Logger LOG = LoggerFactory.getLogger(CertificateStore.class);
    private static final VarHandle LAST_ERROR =
            Linker.Option.captureStateLayout().varHandle(PathElement.groupElement("GetLastError"));
    private static final long LONGEST_NAME = 1024;

    private final Arena arena = Arena.ofConfined();
    private final MemorySegment state = arena.allocate(Linker.Option.captureStateLayout());
    private final MemorySegment store;

    private CertificateStore() throws StoreException {
        try {
            store = (MemorySegment) Crypt32.OPEN_STORE.invokeExact(
                    state, MemorySegment.ofAddress(Constants.CERT_STORE_PROV_SYSTEM_W), 0, 0L,
                    Constants.CERT_SYSTEM_STORE_CURRENT_USER, SystemLibrary.text(arena, "MY"));
            require("CertOpenStore", store);
        } catch (Throwable e) {
            arena.close();
            throw Downcall.rethrown(e, StoreException.class);
        }
    }

    static CertificateStore open() throws StoreException {
        return new CertificateStore();
    }

    /** Puts a certificate in, tied to its key. What is there already is replaced. */
    void add(X509Certificate certificate, KeyPlace place, String friendlyName) throws StoreException {
        try {
            byte[] der = certificate.getEncoded();
            MemorySegment context = (MemorySegment) Crypt32.CREATE_CONTEXT.invokeExact(
                    state, Constants.X509_ASN_ENCODING, arena.allocateFrom(JAVA_BYTE, der), der.length);
            require("CertCreateCertificateContext", context);
            try {
                set(context, Constants.CERT_KEY_PROV_INFO_PROP_ID, keyInformation(place));
                set(context, Constants.CERT_FRIENDLY_NAME_PROP_ID, blob(SystemLibrary.text(arena, friendlyName)));
                require("CertAddCertificateContextToStore", (int) Crypt32.ADD_CONTEXT.invokeExact(
                        state, store, context, Constants.CERT_STORE_ADD_REPLACE_EXISTING, MemorySegment.NULL));
            } finally {
                int _ = (int) Crypt32.FREE_CONTEXT.invokeExact(state, context);
            }
            commit();
        } catch (CertificateEncodingException e) {
            throw new StoreException("The certificate has no encoding", e);
        } catch (Throwable e) {
            throw Downcall.rethrown(e, StoreException.class);
        }
    }

    private MemorySegment keyInformation(KeyPlace place) {
        MemorySegment information = arena.allocate(Layouts.CRYPT_KEY_PROV_INFO);
        information.set(ADDRESS, Layouts.offset(Layouts.CRYPT_KEY_PROV_INFO, "pwszContainerName"),
                SystemLibrary.text(arena, place.container()));
        information.set(ADDRESS, Layouts.offset(Layouts.CRYPT_KEY_PROV_INFO, "pwszProvName"),
                SystemLibrary.text(arena, place.provider()));
        // dwProvType 0: the provider is one of CNG's.
        return information;
    }

    private MemorySegment blob(MemorySegment data) {
        MemorySegment blob = arena.allocate(Layouts.CRYPT_DATA_BLOB);
        blob.set(JAVA_INT, Layouts.offset(Layouts.CRYPT_DATA_BLOB, "cbData"), (int) data.byteSize());
        blob.set(ADDRESS, Layouts.offset(Layouts.CRYPT_DATA_BLOB, "pbData"), data);
        return blob;
    }

    private void set(MemorySegment context, int property, MemorySegment value) throws Throwable {
        require("CertSetCertificateContextProperty",
                (int) Crypt32.SET_PROPERTY.invokeExact(state, context, property, 0, value));
    }

    private void commit() throws Throwable {
        require("CertControlStore", (int) Crypt32.CONTROL_STORE.invokeExact(
                state, store, Constants.CERT_STORE_CTRL_COMMIT_FORCE_FLAG, Constants.CERT_STORE_CTRL_COMMIT, MemorySegment.NULL));
    }

    /** Every certificate that says where its private key is. One that can't be read is passed over. */
    List<Entry> entries() throws StoreException {
        var entries = new ArrayList<Entry>();
        visit((context, certificate) -> keyPlace(context).ifPresent(place -> entries.add(new Entry(certificate, place))));
        return List.copyOf(entries);
    }

    /** Takes a certificate out; its key stays. */
    void remove(X509Certificate certificate) throws StoreException {
        var doomed = new ArrayList<MemorySegment>();
        visit((context, each) -> {
            if (each.equals(certificate)) {
                // The enumeration frees its own, and so does the deletion.
                doomed.add((MemorySegment) Crypt32.DUPLICATE_CONTEXT.invokeExact(state, context));
            }
        });
        try {
            for (MemorySegment context : doomed) {
                require("CertDeleteCertificateFromStore", (int) Crypt32.DELETE_CERTIFICATE.invokeExact(state, context));
            }
            commit();
        } catch (Throwable e) {
            throw Downcall.rethrown(e, StoreException.class);
        }
    }

    private interface Visitor {
        void visit(MemorySegment context, X509Certificate certificate) throws Throwable;
    }

    private void visit(Visitor visitor) throws StoreException {
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            for (MemorySegment context = next(MemorySegment.NULL); context.address() != 0; context = next(context)) {
                try {
                    var der = new ByteArrayInputStream(encoded(context));
                    visitor.visit(context, (X509Certificate) factory.generateCertificate(der));
                } catch (CertificateException e) {
                    LOG.warn("A certificate in MY can't be read: {}", e.getClass().getSimpleName());
                }
            }
        } catch (Throwable e) {
            throw Downcall.rethrown(e, StoreException.class);
        }
    }

    private MemorySegment next(MemorySegment previous) throws Throwable {
        return (MemorySegment) Crypt32.ENUM_CERTIFICATES.invokeExact(state, store, previous);
    }

    private static byte[] encoded(MemorySegment context) {
        MemorySegment structure = context.reinterpret(Layouts.CERT_CONTEXT.byteSize());
        int length = structure.get(JAVA_INT, Layouts.offset(Layouts.CERT_CONTEXT, "cbCertEncoded"));
        return structure.get(ADDRESS, Layouts.offset(Layouts.CERT_CONTEXT, "pbCertEncoded")).reinterpret(length).toArray(JAVA_BYTE);
    }

    /** A key of the old CryptoAPI's is found through CNG's software provider, which takes it by its legacy specification. */
    private Optional<KeyPlace> keyPlace(MemorySegment context) throws Throwable {
        MemorySegment length = arena.allocate(JAVA_INT);
        int property = Constants.CERT_KEY_PROV_INFO_PROP_ID;
        if ((int) Crypt32.GET_PROPERTY.invokeExact(state, context, property, MemorySegment.NULL, length) == 0) {
            return Optional.empty();
        }
        MemorySegment information = arena.allocate(length.get(JAVA_INT, 0), 8);
        require("CertGetCertificateContextProperty",
                (int) Crypt32.GET_PROPERTY.invokeExact(state, context, property, information, length));
        String container = text(information, "pwszContainerName");
        boolean cng = information.get(JAVA_INT, Layouts.offset(Layouts.CRYPT_KEY_PROV_INFO, "dwProvType")) == 0;
        return Optional.of(cng
                ? new KeyPlace(text(information, "pwszProvName"), container)
                : new KeyPlace(KeyStorage.SOFTWARE, container,
                        information.get(JAVA_INT, Layouts.offset(Layouts.CRYPT_KEY_PROV_INFO, "dwKeySpec"))));
    }

    private static String text(MemorySegment information, String field) {
        MemorySegment text = information.get(ADDRESS, Layouts.offset(Layouts.CRYPT_KEY_PROV_INFO, field));
        return text.address() == 0 ? "" : text.reinterpret(LONGEST_NAME * Character.BYTES).getString(0, StandardCharsets.UTF_16LE);
    }

    private void require(String call, MemorySegment result) throws StoreException {
        require(call, result.address() == 0 ? 0 : 1);
    }

    /** @param result BOOL */
    private void require(String call, int result) throws StoreException {
        if (result == 0) {
            throw WindowsError.exception(call, (int) LAST_ERROR.get(state, 0L));
        }
    }

    @Override
    public void close() {
        try {
            int _ = (int) Crypt32.CLOSE_STORE.invokeExact(state, store, 0);
        } catch (Throwable e) {
            throw Downcall.unchecked(e);
        } finally {
            arena.close();
        }
    }
}
