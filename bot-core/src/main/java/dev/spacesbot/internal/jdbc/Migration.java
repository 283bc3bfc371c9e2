package dev.spacesbot.internal.jdbc;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The only class that needs Flyway, so that it is loaded only where tables are made or changed. */
final class Migration {

    private Migration() {}

    static void run(DataSource source, Dialect dialect) {
        Flyway.configure(Migration.class.getClassLoader())
                .dataSource(source)
                .locations("classpath:" + dialect.migrations())
                .table(Schema.HISTORY)
                // A database may hold the tables of others.
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .loggers("slf4j")
                .load()
                .migrate();
    }
}
