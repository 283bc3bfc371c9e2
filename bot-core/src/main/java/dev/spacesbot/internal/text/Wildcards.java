package dev.spacesbot.internal.text;

/** Patterns as people know them from files: {@code *} stands for any letters or none, {@code ?} for one. */
public final class Wildcards {

    private Wildcards() {}

    /** Whether a pattern fits the whole of a text, in any case. Linear but for the stars. */
    public static boolean fit(String pattern, String text) {
        int at = 0;
        int star = -1;
        int resume = 0;
        for (int i = 0; i < text.length(); ) {
            if (at < pattern.length() && pattern.charAt(at) == '*') {
                // First for nothing; where the rest does not fit then, for one letter more.
                star = at++;
                resume = i;
            } else if (at < pattern.length() && same(pattern.charAt(at), text.charAt(i))) {
                at++;
                i++;
            } else if (star >= 0) {
                at = star + 1;
                i = ++resume;
            } else {
                return false;
            }
        }
        return pattern.chars().skip(at).allMatch(rest -> rest == '*');
    }

    private static boolean same(char pattern, char letter) {
        return pattern == '?'
                || pattern == letter
                || Character.toLowerCase(Character.toUpperCase(pattern))
                        == Character.toLowerCase(Character.toUpperCase(letter));
    }
}
