package jp.inkan.host.store.windows;

import jp.inkan.host.store.StoreException;

/** What a call into Windows gave. */
final class Status {
    private Status() {}

    /** @param code SECURITY_STATUS, 0 if it went well */
    static void require(String call, int code) throws StoreException {
        if (code != 0) {
            throw WindowsError.exception(call, code);
        }
    }
}
