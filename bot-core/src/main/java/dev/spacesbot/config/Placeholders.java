package dev.spacesbot.config;

import dev.spacesbot.internal.text.Nearest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Fills in {@code ${NAME}} and {@code ${NAME:-default}} from the environment and {@code ${file:/run/secrets/x}} from a
 * mounted file; {@code $$} stands for one {@code $}. The default counts for an empty variable too, as in a shell.
 */
final class Placeholders {

    private static final Pattern DOLLAR = Pattern.compile("\\$\\$|\\$\\{([^{}]*)}|\\$\\{");
    private static final Pattern VARIABLE = Pattern.compile("([A-Za-z_][A-Za-z0-9_]*)(?::-(.*))?", Pattern.DOTALL);
    private static final String FILE = "file:";
    private static final int MAX_SECRET_BYTES = 64 * 1024;

    private final Path folder;
    private final Map<String, String> environment;
    /** What placeholders stood for so far: any of it may be a secret. */
    private final Set<String> stoodFor = ConcurrentHashMap.newKeySet();

    /** Relative paths of secrets start at {@code folder}. */
    Placeholders(Path folder, Map<String, String> environment) {
        this.folder = folder;
        this.environment = Map.copyOf(environment);
    }

    /** What {@code ${NAME}} stands for. */
    Map<String, String> environment() {
        return environment;
    }

    /** Where relative paths start. */
    Path folder() {
        return folder;
    }

    /** A text of somebody else, with {@code ***} in place of everything that placeholders stood for. */
    String mask(String text) {
        return mask(text, 1);
    }

    /** The same, but for what is shorter than this. */
    String mask(String text, int least) {
        return stoodFor.stream()
                .filter(secret -> secret.length() >= least)
                .sorted(Comparator.comparingInt(String::length).reversed())
                .reduce(text, (masked, secret) -> masked.replace(secret, "***"));
    }

    /** The text with everything filled in; null where that failed, and then {@code report} was told why. */
    @Nullable
    String fill(String text, Consumer<String> report) {
        if (text.indexOf('$') < 0) {
            return text;
        }
        StringBuilder filled = new StringBuilder();
        boolean complete = true;
        Matcher matcher = DOLLAR.matcher(text);
        while (matcher.find()) {
            String part = part(matcher, report);
            complete &= part != null;
            if (part != null && !part.isBlank() && !matcher.group().equals("$$")) {
                stoodFor.add(part);
            }
            matcher.appendReplacement(filled, Matcher.quoteReplacement(part == null ? "" : part));
        }
        return complete ? matcher.appendTail(filled).toString() : null;
    }

    private @Nullable String part(Matcher found, Consumer<String> report) {
        if (found.group().equals("$$")) {
            return "$";
        }
        String inside = found.group(1);
        if (inside != null && inside.startsWith(FILE)) {
            return secret(inside.substring(FILE.length()).strip(), report);
        }
        Matcher variable = VARIABLE.matcher(inside == null ? "" : inside);
        if (!variable.matches()) {
            // Not shown: somebody's password may well hold a "${".
            report.accept("'${' begins neither ${NAME}, ${NAME:-default} nor ${file:/path}; for a plain $ write $$");
            return null;
        }
        return variable(variable.group(1), variable.group(2), report);
    }

    private @Nullable String variable(String name, @Nullable String fallback, Consumer<String> report) {
        String value = environment.getOrDefault(name, "");
        if (!value.isBlank()) {
            return value;
        }
        if (fallback != null) {
            return fallback;
        }
        if (environment.containsKey(name)) {
            report.accept("environment variable " + name + " is empty");
        } else {
            String meant = Nearest.to(name, environment.keySet())
                    .map(near -> "; did you mean " + near + "?")
                    .orElse("");
            report.accept("environment variable " + name + " is not set" + meant);
        }
        return null;
    }

    private @Nullable String secret(String name, Consumer<String> report) {
        String problem;
        try {
            String secret = read(folder.resolve(name)).strip();
            if (!secret.isEmpty()) {
                return secret;
            }
            problem = "it is empty";
        } catch (CharacterCodingException e) {
            problem = "it is not text in UTF-8";
        } catch (IOException | InvalidPathException e) {
            problem = Trouble.of(e);
        }
        report.accept("secret file " + Problems.quoted(name) + " cannot be used: " + problem);
        return null;
    }

    private static String read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_SECRET_BYTES + 1);
            if (bytes.length > MAX_SECRET_BYTES) {
                throw new IOException("it is larger than 64 KB");
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        }
    }
}
