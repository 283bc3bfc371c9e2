/** A bot's configuration as values, and the reading of it from YAML with every problem in one report. */
@NullMarked
package dev.spacesbot.config;

import org.jspecify.annotations.NullMarked;
