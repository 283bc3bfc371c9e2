/** A store in a database: H2 in a file, or PostgreSQL. The only package that knows databases. */
@NullMarked
package dev.spacesbot.internal.jdbc;

import org.jspecify.annotations.NullMarked;
