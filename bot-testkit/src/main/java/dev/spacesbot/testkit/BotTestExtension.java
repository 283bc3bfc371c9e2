package dev.spacesbot.testkit;

import dev.spacesbot.emulator.SpacesEmulator;
import java.util.Set;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** Gives each test a bot of its own, and looks at its end whether a handler failed unnoticed. */
final class BotTestExtension implements ParameterResolver, AfterEachCallback {

    private static final Set<Class<?>> PARAMETERS =
            Set.of(TestBot.class, TestSpace.class, TestClock.class, SpacesEmulator.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return PARAMETERS.contains(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        TestBot bot = store(test).computeIfAbsent(TestBot.class, key -> make(test), TestBot.class);
        Class<?> type = parameter.getParameter().getType();
        if (type == TestSpace.class) {
            return bot.space(parameter.getParameter().getName());
        }
        if (type == TestClock.class) {
            return bot.clock();
        }
        return type == SpacesEmulator.class ? bot.emulator() : bot;
    }

    @Override
    public void afterEach(ExtensionContext test) {
        TestBot bot = store(test).remove(TestBot.class, TestBot.class);
        if (bot == null) {
            return;
        }
        try {
            bot.close();
        } catch (AssertionError handlerFailed) {
            // What the test itself saw comes first; why is likely to be found in the handler.
            test.getExecutionException().ifPresentOrElse(seen -> seen.addSuppressed(handlerFailed), () -> {
                throw handlerFailed;
            });
        }
    }

    private static TestBot make(ExtensionContext test) {
        BotTest annotation = AnnotationSupport.findAnnotation(test.getElement(), BotTest.class)
                .or(() -> AnnotationSupport.findAnnotation(
                        test.getRequiredTestClass(), BotTest.class, test.getEnclosingTestClasses()))
                .orElseThrow();
        return TestBot.of((Object[]) annotation.value());
    }

    private static ExtensionContext.Store store(ExtensionContext test) {
        return test.getStore(ExtensionContext.Namespace.create(BotTestExtension.class, test.getUniqueId()));
    }
}
