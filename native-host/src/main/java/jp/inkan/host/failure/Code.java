package jp.inkan.host.failure;

/** The codes of the manuals' error tables that this host can end with. Codes only grow; none is reused. */
public enum Code {
    /** Making the key or installing the certificate in the key store failed. */
    G001e,
    /** A new version couldn't be downloaded. */
    G002e,
    /** The version information couldn't be read. */
    G003e,
    /** This certificate, contract or institution can't be handled here. */
    G004e,
    /** The service isn't available now. */
    G005e,
    /** What the user entered is wrong. */
    G006e,
    /** A new version is there to be installed. */
    G007i,
    /** Busy, or the network is. */
    G008e,
    /** Wrong proxy user name or password. */
    G009e,
    /** No answers to secret questions are registered. */
    G010e,
    /** The user registration code isn't confirmed. */
    G011e,
    /** Transaction authentication isn't started: token registration. */
    G012e,
    /** One-time passwords aren't started: hardware token. */
    G013e,
    /** One-time passwords aren't started: token issue. */
    G014e,
    /** Transaction authentication isn't started: token selection. */
    G015e,
    /** The contract confirmation is unanswered. */
    G020e,
    /** A new version couldn't be installed. */
    G021e
}
