package dev.spacesbot.bench;

import java.time.Duration;

/**
 * What the counters show at one moment.
 *
 * @param nanoTime the moment
 * @param answers how many there were so far
 * @param program CPU time of the program
 * @param generator CPU time of this process
 */
record Reading(long nanoTime, long answers, Duration program, Duration generator) {}
