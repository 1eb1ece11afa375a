package jp.inkan.host.flow;

/** What a flow is busy with, in order. */
public enum Stage {
    SIGNING_IN, MAKING_KEY, REQUESTING, CHECKING, INSTALLING
}
