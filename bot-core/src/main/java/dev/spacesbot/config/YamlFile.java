package dev.spacesbot.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.reader.ReaderException;

/** Reads a file into YAML nodes, which know their places, within bounds. */
final class YamlFile {

    private static final int MAX_BYTES = 1024 * 1024;
    private static final int MAX_DEPTH = 30;
    /** Few enough that aliases of aliases cannot grow into millions of values. */
    private static final int MAX_ALIASES = 20;

    private final Path file;

    YamlFile(Path file) {
        this.file = file;
    }

    /** The mapping that is the whole file. */
    MappingNode read() {
        Node root = compose(text());
        if (root == null || Values.isNull(root)) {
            throw failure("the file is empty; it needs at least handlers, spaces and auth");
        }
        if (!(root instanceof MappingNode mapping)) {
            throw failure(root.getStartMark(), "must consist of 'key: value' lines; found " + Problems.kind(root));
        }
        return mapping;
    }

    private String text() {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw failure("the file is larger than 1 MB");
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw failure("the file is not text in UTF-8");
        } catch (NoSuchFileException e) {
            Path folder = file.toAbsolutePath().getParent();
            throw failure("there is no such file" + (file.isAbsolute() ? "" : " in " + folder));
        } catch (IOException e) {
            throw failure("the file cannot be read: " + Trouble.of(e));
        }
    }

    private @Nullable Node compose(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MAX_BYTES);
        options.setNestingDepthLimit(MAX_DEPTH);
        options.setMaxAliasesForCollections(MAX_ALIASES);
        try {
            return new Yaml(options).compose(new StringReader(text));
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
            throw failure(mark, "this is not YAML: " + YamlMistake.of(e, text));
        } catch (ReaderException e) {
            throw failure("the file holds a character that YAML does not allow: "
                    + String.format("U+%04X", e.getCodePoint()));
        } catch (YAMLException e) {
            throw failure("this is not YAML: " + e.getMessage());
        }
    }

    private BotConfigException failure(String text) {
        return new BotConfigException(file, List.of(Problem.ofFile(text)));
    }

    private BotConfigException failure(@Nullable Mark mark, String text) {
        return mark == null
                ? failure(text)
                : new BotConfigException(file, List.of(new Problem(mark.getLine() + 1, mark.getColumn() + 1, text)));
    }
}
