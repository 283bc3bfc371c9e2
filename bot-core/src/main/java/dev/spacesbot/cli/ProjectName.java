package dev.spacesbot.cli;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/**
 * What a new project is called.
 *
 * @param name of its folder, its artifact and its bot: lower case, in words with dashes between
 * @param packageName of its handlers
 */
record ProjectName(String name, String packageName) {

    private static final int LONGEST = 60;
    private static final String USUAL_PARENT = "com.example.";

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|[\\s_.-]+");
    private static final Pattern WORDS = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern PACKAGE = Pattern.compile("\\w+(\\.\\w+)*");

    /**
     * Makes a name of what somebody wrote, {@code My Bot} as well as {@code my-bot}; its handlers go below
     * {@code com.example}.
     *
     * @throws IllegalArgumentException where that cannot be done, with a text for whoever wrote it
     */
    static ProjectName of(String written) {
        String plain = ACCENTS.matcher(Normalizer.normalize(written.strip(), Normalizer.Form.NFKD))
                .replaceAll("");
        String name = BETWEEN_WORDS.matcher(plain).replaceAll("-").toLowerCase(Locale.ROOT);
        if (!WORDS.matcher(name).matches() || name.length() > LONGEST) {
            throw new IllegalArgumentException("'" + SpacesCommand.shown(written)
                    + "' cannot be the name of a project: take letters from a to z, digits and dashes, at most "
                    + LONGEST
                    + " of them, such as my-bot");
        }
        String last = name.replace("-", "");
        String packageName = USUAL_PARENT + last;
        // A keyword, or a digit in front.
        return new ProjectName(name, SourceVersion.isName(packageName) ? packageName : USUAL_PARENT + "bot" + last);
    }

    /**
     * The same with its handlers in another package.
     *
     * @throws IllegalArgumentException where there can be no such package, with a text for whoever wrote it
     */
    ProjectName in(String other) {
        if (!PACKAGE.matcher(other).matches()
                || !SourceVersion.isName(other)
                || other.equals("java")
                || other.startsWith("java.")) {
            throw new IllegalArgumentException("'" + SpacesCommand.shown(other)
                    + "' cannot be a package: take names with dots between, such as com.example.bots");
        }
        return new ProjectName(name, other);
    }

    /** Whose project it is: the package above that of its handlers, where there is one. */
    String group() {
        int dot = packageName.lastIndexOf('.');
        return dot < 0 ? packageName : packageName.substring(0, dot);
    }

    /** Where the sources of its handlers are, below a folder of sources. */
    String folder() {
        return packageName.replace('.', '/');
    }
}
