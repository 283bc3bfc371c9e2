/** Where a bot keeps what must outlive a message: the seam that a database can stand behind. */
@NullMarked
package dev.spacesbot.store;

import org.jspecify.annotations.NullMarked;
