/** A bot that deploys: who may, how often, and are you sure. */
@NullMarked
package dev.spacesbot.examples.deploy;

import org.jspecify.annotations.NullMarked;
