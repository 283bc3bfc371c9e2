/**
 * What authors declare by annotations, read and checked. Types come from reflection at the start and from the compiler in the
 * annotation processor; the rules, and the words for what is wrong, are the same.
 */
@NullMarked
package dev.spacesbot.internal.declare;

import org.jspecify.annotations.NullMarked;
