/**
 * A place to try bots by hand: an emulated service, a conversation in the terminal, and a page in the browser.
 *
 * <p>Bots and the page are clients of the emulator as they would be of the real service. What the page needs besides is under
 * {@code /playground}, in JSON; a refusal is a line of plain text. Nobody is let in but this machine's own programs and the
 * page itself.
 *
 * <table>
 * <caption>The API</caption>
 * <tr><td>{@code GET /playground/world}<td>{@code bots} with {@code id}, {@code name}, {@code state} (ready, connecting,
 *     broken, stopped) and {@code report} (what is wrong with its handlers, or why the service will not have it); {@code people} with {@code id}, {@code name},
 *     {@code guest} and a {@code token} that is good for the emulator; {@code spaces} with {@code id}, {@code title},
 *     {@code type} and {@code members}, each with {@code id}, {@code name} and {@code role}.
 *     Answered as soon as the bots have joined the first space
 * <tr><td>{@code POST /playground/people}<td>{@code name}, {@code guest}: somebody new, or somebody of that name
 * <tr><td>{@code POST /playground/spaces}<td>{@code title}, {@code admin} (an id): a group; every bot joins it
 * <tr><td>{@code PUT /playground/spaces/ID/members/ID}<td>{@code role}: lets somebody in, or gives another role
 * <tr><td>{@code GET /playground/events}<td>server-sent events from {@code Last-Event-ID} or {@code after} on: {@code frame},
 *     {@code call} (of REST), {@code turn} (which handlers took a message, how long they were at it, or why none did),
 *     {@code reply} (which message answers which), {@code failure}, {@code log}, {@code reload}, {@code world} (ask again)
 * <tr><td>{@code POST /playground/faults/NAME}<td>{@code bot} (an id; else the first): {@code drop} its connection,
 *     {@code refuse} its next {@code times} tokens, {@code expire} its token, {@code reject} its next {@code times} messages,
 *     {@code duplicate} the next {@code times} messages to it, {@code fill} what it may send within a minute; {@code slow}
 *     everything down by {@code millis}; {@code restart} the server. The answer's {@code said} tells what was done
 * <tr><td>{@code GET /playground/spaces/ID/transcript}<td>what was said there as a file that the testkit plays
 * <tr><td>{@code POST /playground/replays}<td>{@code text} of such a file: its {@code id} and {@code steps}, or what is wrong
 *     with it in {@code problems}
 * <tr><td>{@code POST /playground/replays/ID/next}<td>does the next step
 * <tr><td>{@code GET /playground/messages/ID/test}<td>a message and its answer as the Java lines of a test
 * </table>
 */
@NullMarked
package dev.spacesbot.playground;

import org.jspecify.annotations.NullMarked;
