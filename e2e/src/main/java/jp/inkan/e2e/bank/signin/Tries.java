package jp.inkan.e2e.bank.signin;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Wrong passwords in a row, by login id. It makes no difference here whether there is such a user, so that
 * nobody learns that from the answers. Kept in memory: a restart of the practice bank unlocks everybody.
 */
final class Tries {
    static final int ALLOWED = 5;
    /** So many login ids; whoever failed longest ago is forgotten first. */
    private static final int REMEMBERED = 10_000;

    private final Map<String, Integer> wrong = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
            return size() > REMEMBERED;
        }
    };

    int left(String loginId) {
        return ALLOWED - wrong.getOrDefault(loginId, 0);
    }

    void wrong(String loginId) {
        wrong.merge(loginId, 1, Integer::sum);
    }

    void lock(String loginId) {
        wrong.put(loginId, ALLOWED);
    }

    void right(String loginId) {
        wrong.remove(loginId);
    }
}
