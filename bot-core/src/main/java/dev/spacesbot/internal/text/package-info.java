/** Words as people write them: spans of time, names that are nearly right. */
@NullMarked
package dev.spacesbot.internal.text;

import org.jspecify.annotations.NullMarked;
