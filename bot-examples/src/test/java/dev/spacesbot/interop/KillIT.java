package dev.spacesbot.interop;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** A bot that is killed again and again, on a service with troubles of its own, answers every message once and in order. */
class KillIT {

    private static final Path FOLDER = Path.of("target", "trials");
    private static final int QUESTIONS_PER_SECOND = 20;

    @Test
    void losesAndDoublesNothingWithAFile() throws IOException, InterruptedException {
        try (Trial trial = new Trial(FOLDER.resolve("file"), Trial.OAUTH)) {
            trial.begin(QUESTIONS_PER_SECOND);
            trial.kill(Integer.getInteger("trial.kills", 10));
            trial.end();
        }
    }

    @Test
    void losesAndDoublesNothingWithADatabaseServerThatCutsConnectionsToo() throws IOException, InterruptedException {
        try (EmbeddedPostgres database = EmbeddedPostgres.builder().start();
                Trial trial = new Trial(
                        FOLDER.resolve("server"),
                        Trial.JWT + "\nstore: {url: \"" + database.getJdbcUrl("postgres", "postgres") + "\"}")) {
            trial.trouble(() -> cutConnections(database));
            trial.begin(QUESTIONS_PER_SECOND);
            trial.kill(Integer.getInteger("trial.kills", 5));
            trial.end();
        }
    }

    private static void cutConnections(EmbeddedPostgres database) {
        try (Connection connection = database.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid"
                            + " <> pg_backend_pid()");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
