package dev.spacesbot.cli;

import picocli.CommandLine.IVersionProvider;

/** The versions that a question about a problem needs. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = Version.class.getPackage().getImplementationVersion();
        return new String[] {
            "spacesbot " + (version == null ? "(not from a jar)" : version) + " on Java "
                    + Runtime.version().toString()
        };
    }
}
