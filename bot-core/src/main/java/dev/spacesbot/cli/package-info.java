/** The command line: run, check, spaces, status, play, new. */
@NullMarked
package dev.spacesbot.cli;

import org.jspecify.annotations.NullMarked;
