package dev.spacesbot.examples.deploy;

/** A version of a service, and where it is to run. */
record Release(String service, String version, String env) {

    /** As people would say it. */
    @Override
    public String toString() {
        return service + " " + version + " to " + env;
    }
}
