package dev.spacesbot.playground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** One browser for all tests, one playground for a test class, one window for each visit. Looks after errors on the page. */
final class Browsing implements BeforeAllCallback, AfterAllCallback, AfterEachCallback {

    private static final int WIDTH = 1280;
    private static final int HEIGHT = 800;

    private final Supplier<LivePlayground> start;
    private final boolean strangersWrite;
    private final List<BrowserContext> contexts = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();
    private @Nullable LivePlayground playground;
    private @Nullable Browser browser;

    private Browsing(Supplier<LivePlayground> start, boolean strangersWrite) {
        this.start = start;
        this.strangersWrite = strangersWrite;
    }

    static Browsing of(String... bots) {
        return new Browsing(() -> new LivePlayground(bots), false);
    }

    /** With another playground than one of the examples. */
    static Browsing of(Supplier<LivePlayground> start) {
        return new Browsing(start, false);
    }

    /** Where somebody writes what the page's policy refuses, already while it is read: the browser tells of that. */
    static Browsing withStrangers(String... bots) {
        return new Browsing(() -> new LivePlayground(bots), true);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        browser = context.getRoot()
                .getStore(Namespace.create(Chrome.class))
                .computeIfAbsent(Chrome.class, key -> Chrome.installed(), Chrome.class)
                .browser();
        playground = start.get();
        assumeFalse(playground.address().isEmpty(), "the page needs npm while spacesbot is built");
    }

    /** A new visitor in front of the page. */
    Visit visit() {
        return visit(new Browser.NewContextOptions().setViewportSize(WIDTH, HEIGHT));
    }

    /** The same in front of another playground than that of the test class. */
    Visit visit(String address) {
        return visit(new Browser.NewContextOptions().setViewportSize(WIDTH, HEIGHT), address);
    }

    Visit visit(Browser.NewContextOptions options) {
        return visit(options, Objects.requireNonNull(playground).address());
    }

    private Visit visit(Browser.NewContextOptions options, String address) {
        BrowserContext context = Objects.requireNonNull(browser).newContext(options.setLocale("en-GB"));
        contexts.add(context);
        return new Visit(context.newPage(), address, errors::add);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        contexts.forEach(BrowserContext::close);
        contexts.clear();
        List<String> found = errors.stream()
                .filter(error -> !strangersWrite || !error.contains(Visit.POLICY))
                .toList();
        errors.clear();
        assertThat(found).as("errors on the page").isEmpty();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (playground != null) {
            playground.close();
        }
    }
}
