package dev.spacesbot.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the project of a new bot, which builds, passes its tests and can be played with as it is. */
@Command(
        name = "new",
        description = "Writes the project of a new bot into a folder of its name.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class NewCommand implements Callable<Integer> {

    private final Console console;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "What the bot is called, such as my-bot.")
    private String name = "";

    @Option(
            names = {"-p", "--package"},
            paramLabel = "PACKAGE",
            description = "The package of its handlers; default: com.example. and the name.")
    private @Nullable String packageName;

    @Option(
            names = {"-i", "--in"},
            paramLabel = "FOLDER",
            defaultValue = "",
            description = "Where the project's folder is to be; default: here.")
    private Path parent = Path.of("");

    NewCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        ProjectName project = project();
        Path folder = parent.resolve(project.name());
        if (!Files.isDirectory(parent.toAbsolutePath())) {
            throw misused("There is no folder " + parent + " to write into.");
        }
        Versions versions = Versions.ofThisBuild();
        Map<String, String> files = new ProjectTemplate(project, versions).files();
        try {
            new NewFolder(folder).write(files);
        } catch (FileAlreadyExistsException e) {
            throw misused(
                    folder + " exists and is not an empty folder: take another name, or another place with --in.");
        } catch (IOException e) {
            console.err().println(folder + " cannot be written, and nothing of it is there: " + e);
            return ExitCode.UNFINISHED.number();
        }
        tell(folder, files, versions);
        return ExitCode.OK.number();
    }

    private ProjectName project() {
        try {
            ProjectName usual = ProjectName.of(name);
            return packageName == null ? usual : usual.in(packageName);
        } catch (IllegalArgumentException e) {
            throw misused(String.valueOf(e.getMessage()));
        }
    }

    private ParameterException misused(String text) {
        if (spec == null) {
            throw new IllegalStateException("A command runs on a command line");
        }
        return new ParameterException(spec.commandLine(), text);
    }

    private void tell(Path folder, Map<String, String> files, Versions versions) {
        console.out().println("Wrote " + folder + ":");
        files.keySet().forEach(file -> console.out().println("  " + file));
        if (versions.isUnreleased()) {
            console.out()
                    .println("spacesbot " + versions.spacesbot() + " is no release: in its own folder, once,"
                            + " mvn install -DskipTests. Then:");
        } else {
            console.out().println("Then:");
        }
        console.out().println("  cd " + shell(folder));
        console.out().println("  mvn verify       # builds and tests it");
        console.out().println("  mvn -q -Pplay    # talk to it here, without an account");
    }

    /** The name itself needs no quotes; where it is may. */
    private static String shell(Path folder) {
        String text = folder.toString();
        return text.contains(" ") ? "'" + text + "'" : text;
    }
}
