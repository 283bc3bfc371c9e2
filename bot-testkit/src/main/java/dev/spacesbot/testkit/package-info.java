/** Unit tests of bots: no network, no sleeping, a clock that the test moves. */
@NullMarked
package dev.spacesbot.testkit;

import org.jspecify.annotations.NullMarked;
