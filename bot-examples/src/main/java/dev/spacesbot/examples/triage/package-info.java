/** A bot that takes bugs in: tasks for people until a day, and posts. */
@NullMarked
package dev.spacesbot.examples.triage;

import org.jspecify.annotations.NullMarked;
