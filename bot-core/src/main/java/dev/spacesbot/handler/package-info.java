/** The annotations that make a class a handler, and the report of what is wrong with one. */
@NullMarked
package dev.spacesbot.handler;

import org.jspecify.annotations.NullMarked;
