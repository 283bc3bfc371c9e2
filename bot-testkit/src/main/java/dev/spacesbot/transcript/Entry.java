package dev.spacesbot.transcript;

/**
 * A step of a conversation, and the lines that say it.
 *
 * @param first the number of its first line, counted from 1
 * @param last the number of its last line
 * @param step what they say
 */
public record Entry(int first, int last, Step step) {}
