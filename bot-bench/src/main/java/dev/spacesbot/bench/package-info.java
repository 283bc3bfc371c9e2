/**
 * Measures the bot against a bare program on the same Socket.IO library, over loopback, and prints what was reached beside
 * what is required.
 *
 * <p>{@code mvn -Pbench} measures everything, in about seven minutes; {@code mvn -Pbench -Dbench.only=echo} one row alone,
 * {@code -Dbench.only=start,idle} some of them. The rows are {@code echo}, {@code latency}, {@code commands},
 * {@code blocking}, {@code start} and {@code idle}. {@code -Dbench.rounds=1} is a quick look: one pair of processes
 * in place of three, and too little to tell 5 % apart.
 *
 * <p>The process that measures plays the service ({@link dev.spacesbot.bench.LoopbackService}): frames made of prepared
 * bytes, no library in between. What is measured runs in a JVM of its own with the JVM's default options: the bot is
 * {@code dev.spacesbot.cli.Main run -c bot.yaml}, the bare program is {@link dev.spacesbot.bench.bare.BareBot}. The two
 * take turns within a run, since a figure alone says more about the machine than about the bot. Every answer is checked:
 * that it comes once, in its space, in order.
 */
@NullMarked
package dev.spacesbot.bench;

import org.jspecify.annotations.NullMarked;
