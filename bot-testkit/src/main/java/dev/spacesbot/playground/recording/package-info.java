/** What was said in the playground as a transcript, and a message as the Java lines of a test. */
@NullMarked
package dev.spacesbot.playground.recording;

import org.jspecify.annotations.NullMarked;
