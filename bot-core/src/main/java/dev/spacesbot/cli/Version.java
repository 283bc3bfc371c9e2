package dev.spacesbot.cli;

import picocli.CommandLine.IVersionProvider;

/** The versions that a question about a problem needs. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"spacesbot " + Versions.ofThisBuild().spacesbot() + " on Java " + Runtime.version()};
    }
}
