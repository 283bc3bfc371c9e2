package dev.spacesbot.playground;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/** This machine's Chromium or Chrome, driven from here. Nothing is downloaded. */
final class Chrome implements AutoCloseable {

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome");

    private static final String MISSING = "neither Chromium nor Chrome is on the PATH";
    private static final Optional<Path> FOUND = lookedFor();

    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;

    private Chrome(Path program) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setArgs(ARGUMENTS));
    }

    /** Starts the browser; where there is none, the test that asks is skipped. */
    static Chrome installed() {
        assumeTrue(FOUND.isPresent(), MISSING);
        return new Chrome(FOUND.orElseThrow());
    }

    Browser browser() {
        return browser;
    }

    /** Maven's summary counts skipped tests, and keeps their reason to its reports: so it is said once here. */
    private static Optional<Path> lookedFor() {
        Optional<Path> found = NAMES.stream().flatMap(Chrome::onPath).findFirst();
        if (found.isEmpty()) {
            LoggerFactory.getLogger(Chrome.class).warn("Tests in the browser are skipped: {}", MISSING);
        }
        return found;
    }

    private static Stream<Path> onPath(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, program))
                .filter(Files::isRegularFile)
                .filter(Files::isExecutable);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
