package jp.inkan.e2e.bank.state;

/** How it stands with a customer's certificate. */
public enum CertificateState {
    /** 未発行: none was issued. */
    NONE,
    /** 発行済み: one is good. */
    ISSUED,
    /** 期限切れ: the last one's time is over. */
    EXPIRED,
    /** 失効済み: the last one was revoked. */
    REVOKED
}
