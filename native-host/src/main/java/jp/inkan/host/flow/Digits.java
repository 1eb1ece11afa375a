package jp.inkan.host.flow;

import java.util.Arrays;

/** Numbers as people type them: a Japanese keyboard gives full-width digits, and tokens print spaces and hyphens between. */
final class Digits {
    private static final String BETWEEN = " \t\u3000-\u2010\u2212\uff0d\u30fc";

    private Digits() {}

    /** Leaves out what stands between digits and makes full-width ones plain, in place; what else there is stays.
     * @return the same array, or a shorter copy, the given one being cleared then */
    static char[] of(char[] typed) {
        int length = 0;
        for (char c : typed) {
            if (BETWEEN.indexOf(c) < 0) {
                typed[length++] = c >= '\uff10' && c <= '\uff19' ? (char) (c - '\uff10' + '0') : c;
            }
        }
        if (length == typed.length) {
            return typed;
        }
        char[] shorter = Arrays.copyOf(typed, length);
        Arrays.fill(typed, '\0');
        return shorter;
    }
}
