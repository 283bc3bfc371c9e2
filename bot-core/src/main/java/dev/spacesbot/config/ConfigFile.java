package dev.spacesbot.config;

import dev.spacesbot.event.SpaceRef;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;

/**
 * A bot's YAML file, before it is decided which of its sections count: who brings an account and a service of its own, as the
 * playground does, has no use for what the file says about them.
 */
public final class ConfigFile {

    private final Path file;
    private final MappingNode root;
    private final Placeholders placeholders;

    private ConfigFile(Path file, MappingNode root, Placeholders placeholders) {
        this.file = file;
        this.root = root;
        this.placeholders = placeholders;
    }

    /**
     * Reads a file, not yet looking at what it says.
     *
     * @param environment what <code>${NAME}</code> stands for
     * @throws BotConfigException where the file cannot be read, or is not YAML
     */
    public static ConfigFile open(Path file, Map<String, String> environment) {
        return new ConfigFile(file, new YamlFile(file).read(), new Placeholders(folder(file), environment));
    }

    /**
     * The same file as it is now, in the same environment.
     *
     * @throws BotConfigException where the file cannot be read, or is not YAML
     */
    public ConfigFile again() {
        return open(file, placeholders.environment());
    }

    /** Where it is. */
    public Path path() {
        return file;
    }

    private static Path folder(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        return absolute.getParent() == null ? absolute : absolute.getParent();
    }

    /** The bot's name; the default where the file gives none, or one that {@link #config()} will complain about. */
    public String name() {
        return reader(new Problems()).name();
    }

    /** The packages to scan; without those that {@link #config()} will complain about. */
    public List<String> handlers() {
        return reader(new Problems()).handlers();
    }

    /**
     * The whole configuration.
     *
     * @throws BotConfigException with everything that is wrong
     */
    public BotConfig config() {
        Problems problems = new Problems();
        ConfigReader reader = reader(problems);
        BotConfig config = reader.config(reader.account(), reader.spaces(), reader.store(folder(file)));
        problems.throwIfAny(file);
        return config;
    }

    /**
     * The configuration with an account, a service and spaces from elsewhere, and a store in memory. The file's {@code auth},
     * {@code service}, {@code spaces} and {@code store} are not looked at: they may be missing, or name variables that are not
     * set. Failures are told to no space, programs are told nothing, and one
     * person may say as much as they like.
     *
     * @throws BotConfigException with everything that is wrong in the rest
     */
    public BotConfig configWith(Account account, List<SpaceRef> spaces) {
        Problems problems = new Problems();
        BotConfig config = reader(problems).config(account, new SpacesReader.Spaces(spaces, false), Storage.memory());
        problems.throwIfAny(file);
        return config.withRules(config.rules().withErrorSpace(null).withLoopGuard(0))
                .withHttp(null);
    }

    /**
     * What {@code auth} and {@code service} say; neither handlers nor spaces are looked at.
     *
     * @throws BotConfigException with everything that is wrong in these two and with the names of keys
     */
    public Account account() {
        Problems problems = new Problems();
        Account account = reader(problems).account();
        problems.throwIfAny(file);
        return account;
    }

    /**
     * Where a bot of this file tells programs how it is; empty where it does not. Nothing else is looked at.
     *
     * @throws BotConfigException with everything that is wrong with that and with the names of keys
     */
    public Optional<HttpAddress> http() {
        Problems problems = new Problems();
        HttpAddress http = reader(problems).http();
        problems.throwIfAny(file);
        return Optional.ofNullable(http);
    }

    /** The author's own section, whatever is wrong with the rest; without what {@link #config()} will complain about. */
    public SettingsTree settings() {
        return reader(new Problems()).settings();
    }

    /** How the bot behaves; as usual where {@link #config()} will complain. */
    public Rules rules() {
        return reader(new Problems()).rules();
    }

    private ConfigReader reader(Problems problems) {
        return new ConfigReader(root, new Values(problems, placeholders), file);
    }

    /**
     * Who a bot is, and where.
     *
     * @param auth how it proves who it is
     * @param service where the service is
     */
    public record Account(Auth auth, Service service) {}
}
