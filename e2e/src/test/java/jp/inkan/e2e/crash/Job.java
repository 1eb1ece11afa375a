package jp.inkan.e2e.crash;

/** What is cut off. */
enum Job {
    ISSUE, RENEWAL;

    @Override
    public String toString() {
        return name().toLowerCase();
    }
}
