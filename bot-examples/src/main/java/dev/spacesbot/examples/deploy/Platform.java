package dev.spacesbot.examples.deploy;

import java.util.Optional;

/** Where services run: the part that has nothing to do with chatting, and that a test puts its own in place of. */
interface Platform {

    /**
     * Makes a version run.
     *
     * @throws PlatformException where that cannot be
     */
    void deploy(Release release);

    /**
     * Makes the version before the present one run again, and returns which that is.
     *
     * @throws PlatformException where there is none
     */
    String rollBack(String service, String env);

    /** The version that runs; empty where none does. */
    Optional<String> version(String service, String env);
}
