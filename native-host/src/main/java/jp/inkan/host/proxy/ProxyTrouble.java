package jp.inkan.host.proxy;

/** Why a call didn't get through to the bank's server: nothing of it was sent there. */
public sealed interface ProxyTrouble {
    ProxyAddress proxy();

    /** It wants to know who we are. @param rejected it was told, and doesn't believe it */
    record LoginWanted(ProxyAddress proxy, boolean rejected) implements ProxyTrouble {}

    /** It wants to know it in a way that isn't Basic or Digest, or in a worse way than before. */
    record SchemeUnknown(ProxyAddress proxy) implements ProxyTrouble {}

    /** It can't be reached, or doesn't let us through. */
    record NoWay(ProxyAddress proxy) implements ProxyTrouble {}
}
