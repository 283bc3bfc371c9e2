/**
 * Conversations as text files, to be read by people and played by programs.
 *
 * <pre>
 * # What a line begins with says what it is. This is a comment; blank lines are for the reader.
 *
 * Ann: poll "Lunch?" pizza sushi
 * bot: Lunch?
 *      • pizza
 *      • sushi
 *
 * [direct Ann]
 * Ann: remind me in 3h
 * bot: I will.
 * [+3h]
 * bot: It is {time}, Ann.
 *
 * [space Garden]
 * Bob creates task "Water the plants"
 * bot comments on "Water the plants": I will keep an eye on it.
 * Bob completes "Water the plants"
 * bot comments on "Water the plants": Well done.
 * </pre>
 *
 * <p>Whoever is called {@code bot} is the bot: what it says is expected, and nothing else. What everybody else does,
 * they do; people come into being by being named. A text that goes on over several lines is indented below its first one;
 * a blank line between indented ones belongs to the text.
 *
 * <p>A name that would be misread stands in quotes, such as {@code "Boe, Bob": hello}. In quotes {@code \"} is a quote,
 * {@code \n} a new line and {@code \\} a backslash.
 *
 * <table>
 * <caption>What somebody does</caption>
 * <tr><td>{@code Ann: TEXT}<td>says something; {@code @Bob} in it mentions Bob, if he is in the file,
 *     and {@code \@Bob} does not
 * <tr><td>{@code Ann creates task "TITLE" for Bob, Cleo due 2026-01-09 17:00: TEXT}<td>all but the title may be left out; the
 *     date alone means noon
 * <tr><td>{@code Ann posts "TITLE": TEXT}<td>the text may be left out
 * <tr><td>{@code Ann comments on "TITLE": TEXT}<td>on the last task or post of that title in this space
 * <tr><td>{@code Ann edits "TEXT": NEW TEXT}<td>the last message, task or post that has this text, this title or this first line
 * <tr><td>{@code Ann completes "TITLE"}<td>the last task of that title in this space; behind a title
 *     {@code (1)} means the first of that title, {@code (2)} the second
 * <tr><td>{@code Ann with "a.pdf", "b.png": TEXT}<td>says something with files; {@code with} goes with everything that has a text
 * <tr><td>{@code Ann enters}, {@code Ann leaves}, {@code Ann types}<td>is seen to
 * </table>
 *
 * <table>
 * <caption>What is the case, in brackets</caption>
 * <tr><td>{@code [space TITLE]}<td>from here on in this group; in {@code Lab} unless something else is said
 * <tr><td>{@code [direct Ann]}<td>from here on in the direct space of Ann and the bot
 * <tr><td>{@code [+3h]}<td>time passes; {@code 90s}, {@code 1h30m} and {@code 2 days} are others
 * <tr><td>{@code [until 17:00]}<td>time passes until it is that time; a day or a date may stand in front, {@code MON 9:00},
 *     {@code 2026-01-09 9:00}. Times are in UTC
 * <tr><td>{@code [Ann is admin]}<td>or member, or guest, in this space
 * <tr><td>{@code [throws IllegalStateException]}<td>what was done last made a handler throw that, and that is right
 * </table>
 *
 * <p>What changes from one time to the next is said by placeholders in what the bot says: {@code {any}} for any text within a
 * line, {@code {word}}, {@code {number}}, {@code {id}} for 24 hexadecimal digits, {@code {date}} and {@code {time}}. One with
 * a name, such as <code>{task:id}</code>, stands for the same again wherever <code>{task}</code> follows, also in what people
 * say. Any other word in braces means itself, and a placeholder does too.
 */
@NullMarked
package dev.spacesbot.transcript;

import org.jspecify.annotations.NullMarked;
