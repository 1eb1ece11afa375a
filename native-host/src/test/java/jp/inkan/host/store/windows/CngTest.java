package jp.inkan.host.store.windows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.stream.Collectors;
import jp.inkan.host.store.StoreException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("What Windows says, wherever it is read")
class CngTest {
    private static byte[] blob(int magic, int exponentLength, int modulusLength, byte[] numbers) {
        return ByteBuffer.allocate(24 + numbers.length).order(ByteOrder.LITTLE_ENDIAN)
                .putInt(magic).putInt(2048).putInt(exponentLength).putInt(modulusLength).putInt(0).putInt(0).put(numbers).array();
    }

    /** 65537, and a modulus of 2048 bits. */
    private static byte[] numbers() {
        byte[] numbers = new byte[3 + 256];
        numbers[0] = 1;
        numbers[2] = 1;
        Arrays.fill(numbers, 3, numbers.length, (byte) 0xff);
        return numbers;
    }

    @Test
    @DisplayName("A public key is read from its blob, highest byte first")
    void publicKey() throws Exception {
        var key = CngKey.publicKey(blob(0x31415352, 3, 256, numbers()));
        assertThat(key.getPublicExponent()).isEqualTo(BigInteger.valueOf(65537));
        assertThat(key.getModulus()).isEqualTo(BigInteger.TWO.pow(2048).subtract(BigInteger.ONE));
    }

    @ParameterizedTest
    @CsvSource({"0x31415352, 3, 257", "0x31415352, 0, 256", "0x31415352, 2147483647, 2147483647", "0x31415352, 3, -1", "0x32415352, 3, 256"})
    @DisplayName("A blob that is cut short, lies about its lengths or is of another kind is refused")
    void oddBlob(String magic, int exponentLength, int modulusLength) {
        byte[] blob = blob(Integer.decode(magic), exponentLength, modulusLength, numbers());
        assertThatThrownBy(() -> CngKey.publicKey(blob)).isInstanceOf(StoreException.class);
        assertThatThrownBy(() -> CngKey.publicKey(new byte[5])).isInstanceOf(StoreException.class);
    }

    @Test
    @DisplayName("A key's name says what it is pending as, and is never the same twice")
    void keyName() {
        KeyName one = KeyName.fresh("9999-renew-1");
        assertThat(one).isNotEqualTo(KeyName.fresh("9999-renew-1"));
        assertThat(KeyName.of(one.container())).contains(one);
        assertThat(one.container()).hasSizeLessThan(100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "inkan", "inkan.9999", "inkan.9999.12", "inkan..0123456789abcdef", "le-1234", "inkan.a.0123456789abcdef.x"})
    @DisplayName("Another program's key is none of ours")
    void foreign(String container) {
        assertThat(KeyName.of(container)).isEmpty();
    }

    @Test
    @DisplayName("An error is told by its function, its meaning, its name and its number; one that isn't known by its number")
    void errors() {
        assertThat(WindowsError.exception("NCryptOpenKey", 0x80090010)).hasMessage("NCryptOpenKey: access is denied (NTE_PERM, 0x80090010)");
        assertThat(WindowsError.exception("CertOpenStore", 32)).hasMessageContaining("another program holds the store");
        assertThat(WindowsError.exception("NCryptFinalizeKey", 0x80090024)).hasMessageContaining("roaming profile");
        assertThat(WindowsError.exception("NCryptSignHash", 0x8010006E)).hasMessageContaining("smart card");
        assertThat(WindowsError.exception("NCryptSignHash", 0x12345678)).hasMessage("NCryptSignHash: 0x12345678");
        assertThat(Arrays.stream(WindowsError.values()).map(WindowsError::code).collect(Collectors.toSet()))
                .hasSameSizeAs(WindowsError.values());
    }
}
