package jp.inkan.host.platform.windows;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.security.Provider;
import java.security.ProviderException;
import java.security.SecureRandomSpi;
import java.security.Security;

/**
 * Random numbers of the system's own generator (BCryptGenRandom, bcrypt.h). The JDK's asks the network's interfaces for more entropy,
 * which takes time, and which wine 8 dies of.
 */
public final class WindowsRandom extends Provider {
    private static final long serialVersionUID = 1L;
    private static final int BCRYPT_USE_SYSTEM_PREFERRED_RNG = 2;
    /** hAlgorithm, pbBuffer, cbBuffer, dwFlags: NTSTATUS */
    private static final MethodHandle GENERATE =
            SystemLibrary.of("bcrypt").function("BCryptGenRandom", JAVA_INT, JAVA_LONG, ADDRESS, JAVA_INT, JAVA_INT);

    private WindowsRandom() {
        super("InkanRandom", "1", "Random numbers of Windows");
        putService(new Service(this, "SecureRandom", "Windows-PRNG", Generator.class.getName(), null, null) {
            @Override
            public Object newInstance(Object parameter) {
                return new Generator();
            }
        });
    }

    /** From now on every SecureRandom of this JVM is this one. */
    public static void install() {
        Security.insertProviderAt(new WindowsRandom(), 1);
    }

    private static final class Generator extends SecureRandomSpi {
        private static final long serialVersionUID = 1L;

        /** The system needs none. */
        @Override
        protected void engineSetSeed(byte[] seed) {}

        @Override
        protected void engineNextBytes(byte[] bytes) {
            if (bytes.length == 0) {
                return;
            }
            try (Arena arena = Arena.ofConfined()) {
                MemorySegment buffer = arena.allocate(bytes.length);
                int status = (int) GENERATE.invokeExact(0L, buffer, bytes.length, BCRYPT_USE_SYSTEM_PREFERRED_RNG);
                if (status != 0) {
                    throw new ProviderException("BCryptGenRandom: 0x%08X".formatted(status));
                }
                MemorySegment.copy(buffer, JAVA_BYTE, 0, bytes, 0, bytes.length);
                buffer.fill((byte) 0);
            } catch (Throwable e) {
                throw Downcall.unchecked(e);
            }
        }

        @Override
        protected byte[] engineGenerateSeed(int length) {
            byte[] seed = new byte[length];
            engineNextBytes(seed);
            return seed;
        }
    }
}
