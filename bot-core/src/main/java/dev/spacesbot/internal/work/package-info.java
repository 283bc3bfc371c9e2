/** What one run of a handler keeps and puts off: all of it or nothing. */
@NullMarked
package dev.spacesbot.internal.work;

import org.jspecify.annotations.NullMarked;
