/** Conversations in files, each of them a test. Their format is that of {@link dev.spacesbot.transcript}. */
@NullMarked
package dev.spacesbot.testkit.transcript;

import org.jspecify.annotations.NullMarked;
