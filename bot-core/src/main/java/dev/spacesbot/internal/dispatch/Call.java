package dev.spacesbot.internal.dispatch;

import dev.spacesbot.Spaces;
import dev.spacesbot.event.SpaceEvent;

/** All that one invocation of a handler may draw its arguments from. */
record Call(SpaceEvent event, Captures captures, Spaces spaces) {}
