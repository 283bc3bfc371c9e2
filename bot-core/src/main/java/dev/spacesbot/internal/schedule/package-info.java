/** What happens by time: reminders, and handlers that run again and again. */
@NullMarked
package dev.spacesbot.internal.schedule;

import org.jspecify.annotations.NullMarked;
