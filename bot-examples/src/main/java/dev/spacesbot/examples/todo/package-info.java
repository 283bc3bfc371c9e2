/** A bot that makes tasks and follows them. */
@NullMarked
package dev.spacesbot.examples.todo;

import org.jspecify.annotations.NullMarked;
