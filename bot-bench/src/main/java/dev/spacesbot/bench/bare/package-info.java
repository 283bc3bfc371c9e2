/** What one would write by hand, to compare with. */
@NullMarked
package dev.spacesbot.bench.bare;

import org.jspecify.annotations.NullMarked;
