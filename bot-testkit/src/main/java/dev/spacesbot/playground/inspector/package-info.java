/** What happens between the service and the bots, told in the order in which it happened. */
@NullMarked
package dev.spacesbot.playground.inspector;

import org.jspecify.annotations.NullMarked;
