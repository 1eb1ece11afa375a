package jp.inkan.e2e.bank.state;

/**
 * Who a practice bank is.
 *
 * @param code four digits, the EST label and part of every name
 * @param name what customers call it, in Japanese
 */
public record Institution(String code, String name) {
    /** The one institution that exists for practice only. */
    public static final Institution PRACTICE = new Institution("9999", "練習用ビジネスネットバンキング");

    /** The host of the pages and of the API. */
    public String pageHost() {
        return "www." + domain();
    }

    /** The host that asks for a client certificate during the TLS handshake. */
    public String certificateHost() {
        return "cert." + domain();
    }

    /** O of the issuer and of every customer's certificate. */
    public String organization() {
        return "(" + code + ")NTT DATA CORPORATION";
    }

    /** OU of the issuer and of every customer's certificate. */
    public String organizationUnit() {
        return "(" + code + ")ANSER-WEB(BizSOL) TEST CA - G4";
    }

    private String domain() {
        return "cc" + code + ".bizsol.anser.ne.jp";
    }
}
