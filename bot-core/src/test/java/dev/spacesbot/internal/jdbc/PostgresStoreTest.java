package dev.spacesbot.internal.jdbc;

import dev.spacesbot.config.Storage;
import dev.spacesbot.store.Store;
import dev.spacesbot.store.StoreContract;
import java.sql.SQLException;

class PostgresStoreTest extends StoreContract {

    @Override
    protected Store open() throws SQLException {
        return JdbcStore.open(Storage.at(Postgres.newDatabase()), "bot");
    }
}
