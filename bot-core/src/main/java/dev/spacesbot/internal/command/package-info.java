/** Commands as authors write them and people type them: templates, words, and the values that words stand for. */
@NullMarked
package dev.spacesbot.internal.command;

import org.jspecify.annotations.NullMarked;
