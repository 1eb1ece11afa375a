package jp.inkan.host.store.windows;

import java.util.Arrays;
import java.util.Optional;
import jp.inkan.host.store.StoreException;

/**
 * What CNG, the certificate store or a smart card may answer, as far as somebody who reads the log is helped by a word. To the user
 * each is G001e. Numbers: winerror.h, held against mingw-w64's copy of it by {@code HeadersOnWindows}; those that begin with TPM aren't in
 * that, and are Microsoft's list of COM error codes (TPM services).
 */
enum WindowsError {
    ERROR_ACCESS_DENIED(5, "access is denied"),
    ERROR_SHARING_VIOLATION(32, "another program holds the store"),
    ERROR_LOCK_VIOLATION(33, "another program holds the store"),
    ERROR_DISK_FULL(112, "the disk is full"),
    E_ACCESSDENIED(0x80070005, "access is denied"),
    NTE_NO_MEMORY(0x8009000E, "there is no memory left"),
    NTE_EXISTS(0x8009000F, "a key of that name is there already"),
    NTE_PERM(0x80090010, "access is denied"),
    NTE_BAD_KEYSET(0x80090016, "the key isn't there"),
    NTE_PROV_TYPE_NOT_DEF(0x80090017, "the provider isn't there"),
    NTE_KEYSET_NOT_DEF(0x80090019, "the provider isn't there"),
    NTE_BAD_KEYSET_PARAM(0x8009001F, "the provider refuses a property"),
    NTE_FAIL(0x80090020, "the provider failed"),
    NTE_SILENT_CONTEXT(0x80090022, "the provider wants to ask the user something"),
    NTE_TEMPORARY_PROFILE(0x80090024, "the user's profile is a temporary one: the roaming profile couldn't be loaded"),
    NTE_INVALID_PARAMETER(0x80090027, "the provider refuses a parameter"),
    NTE_NOT_SUPPORTED(0x80090029, "the provider can't do that"),
    NTE_NO_MORE_ITEMS(0x8009002A, "there are no more"),
    NTE_INTERNAL_ERROR(0x8009002D, "the provider failed"),
    NTE_DEVICE_NOT_READY(0x80090030, "the TPM or smart card isn't ready"),
    NTE_USER_CANCELLED(0x80090036, "the user has said no"),
    NTE_DEVICE_NOT_FOUND(0x80090035, "there is no TPM or smart card"),
    CRYPT_E_NOT_FOUND(0x80092004, "it isn't there"),
    CRYPT_E_FILE_ERROR(0x80092003, "the store's file can't be read or written"),
    SCARD_W_CANCELLED_BY_USER(0x8010006E, "the user has said no to the smart card"),
    SCARD_W_WRONG_CHV(0x8010006B, "the smart card's PIN is wrong"),
    SCARD_W_CHV_BLOCKED(0x8010006C, "the smart card is blocked"),
    SCARD_W_REMOVED_CARD(0x80100069, "the smart card was taken out"),
    SCARD_E_NO_SMARTCARD(0x8010000C, "there is no smart card"),
    SCARD_E_NO_SERVICE(0x8010001D, "smart cards are switched off"),
    TPM_20_E_LOCKOUT(0x80280921, "the TPM is locked after too many wrong tries"),
    TPM_E_PCP_AUTHENTICATION_FAILED(0x80290408, "the TPM refuses"),
    TPM_E_PCP_DEVICE_NOT_READY(0x80290401, "the TPM isn't ready"),
    TPM_E_PCP_NOT_SUPPORTED(0x80290405, "the TPM can't do that"),
    TBS_E_TPM_NOT_FOUND(0x8028400F, "there is no TPM");

    private final int code;
    private final String meaning;

    WindowsError(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    int code() {
        return code;
    }

    boolean is(int answered) {
        return code == answered;
    }

    static Optional<WindowsError> of(int code) {
        return Arrays.stream(values()).filter(each -> each.code == code).findFirst();
    }

    /** @param call the function of Windows that gave the code */
    static StoreException exception(String call, int code) {
        String number = "0x%08X".formatted(code);
        return new StoreException(of(code)
                .map(error -> "%s: %s (%s, %s)".formatted(call, error.meaning, error, number))
                .orElse(call + ": " + number));
    }
}
