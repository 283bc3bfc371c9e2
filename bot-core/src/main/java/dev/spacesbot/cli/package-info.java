/** The command line: run, check, spaces, play. */
@NullMarked
package dev.spacesbot.cli;

import org.jspecify.annotations.NullMarked;
