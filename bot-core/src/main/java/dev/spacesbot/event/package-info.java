/** What comes in from a space, as values: messages, tasks, posts and presence, and who and where they came from. */
@NullMarked
package dev.spacesbot.event;

import org.jspecify.annotations.NullMarked;
