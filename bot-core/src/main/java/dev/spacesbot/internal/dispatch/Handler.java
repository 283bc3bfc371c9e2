package dev.spacesbot.internal.dispatch;

import com.google.re2j.Pattern;
import dev.spacesbot.event.Change;
import dev.spacesbot.event.SpaceEvent;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one annotation declares.
 *
 * @param method what to invoke
 * @param event the kind of event it takes
 * @param on new events, changed ones, or both
 * @param templates any of which may fit; empty where there is a regex, or no pattern
 * @param regex for the whole text, or null
 * @param always whether it sees every message
 */
record Handler(
        HandlerMethod method,
        Class<? extends SpaceEvent> event,
        Set<Change> on,
        List<Template> templates,
        @Nullable Pattern regex,
        boolean always) {}
