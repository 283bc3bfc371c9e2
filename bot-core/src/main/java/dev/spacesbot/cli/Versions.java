package dev.spacesbot.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/**
 * What this build is made of, as far as a new project needs to know.
 *
 * @param spacesbot this project's own version
 * @param junit the version of JUnit that the testkit goes with
 */
record Versions(String spacesbot, String junit) {

    /** Those that the build has filled in. */
    static Versions ofThisBuild() {
        Properties filled = new Properties();
        try (InputStream in = Versions.class.getResourceAsStream("versions.properties")) {
            filled.load(Objects.requireNonNull(in, "versions.properties is missing on the class path"));
        } catch (IOException e) {
            throw new UncheckedIOException("versions.properties cannot be read", e);
        }
        return new Versions(filled.getProperty("spacesbot", ""), filled.getProperty("junit", ""));
    }

    /** Whether it can be had from this machine alone, as there is no release. */
    boolean isUnreleased() {
        return spacesbot.endsWith("-SNAPSHOT");
    }
}
