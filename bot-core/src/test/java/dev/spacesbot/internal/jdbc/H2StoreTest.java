package dev.spacesbot.internal.jdbc;

import dev.spacesbot.config.Storage;
import dev.spacesbot.store.Store;
import dev.spacesbot.store.StoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class H2StoreTest extends StoreContract {

    @TempDir
    private Path folder;

    @Override
    protected Store open() {
        return JdbcStore.open(Storage.at("jdbc:h2:file:" + folder.resolve("data/bot")), "bot");
    }
}
