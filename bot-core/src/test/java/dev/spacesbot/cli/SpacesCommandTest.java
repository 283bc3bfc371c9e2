package dev.spacesbot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spacesbot.event.Space;
import dev.spacesbot.transport.TransportException.Kind;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpacesCommandTest {

    private static final String ACCOUNT = "auth: {type: jwt, token: \"${SPACES_TOKEN}\"}\n";
    private static final Space TEAM = new Space("60aa11bb22cc33dd44ee5501", "Team A", Space.Kind.GROUP);

    @TempDir
    private Path folder;

    @Test
    void listsTheSpacesByTitle() {
        AccountTransport transport = new AccountTransport(
                TEAM, new Space("60aa11bb22cc33dd44ee5502", "Ann\n\u001b[2J\u202eé", Space.Kind.DIRECT));
        CommandLineFixture line = new CommandLineFixture(folder, transport);

        int code = line.run("spaces", "-c", line.write(ACCOUNT).toString());

        assertThat(line.out()).isEqualTo("""
                        id                        kind      title
                        60aa11bb22cc33dd44ee5502  direct    Ann[2Jé
                        60aa11bb22cc33dd44ee5501  group     Team A
                        """);
        assertThat(code).isZero();
        assertThat(transport.closed()).isTrue();
    }

    @Test
    void saysThatThereIsNone() {
        CommandLineFixture line = new CommandLineFixture(folder, new AccountTransport());

        int code = line.run("spaces", "-c", line.write(ACCOUNT).toString());

        assertThat(line.out()).isEqualTo("The account is in no space yet.\n");
        assertThat(code).isZero();
    }

    @Test
    void renewsATokenThatHasExpired() {
        AccountTransport transport =
                new AccountTransport(TEAM).withRenewableToken().failing(Kind.REFUSED, "The token has expired");
        CommandLineFixture line = new CommandLineFixture(folder, transport);

        int code = line.run("spaces", "-c", line.write(ACCOUNT).toString());

        assertThat(line.out()).contains("Team A");
        assertThat(code).isZero();
    }

    @Test
    void saysThatTheTokenIsRefused() {
        AccountTransport transport = new AccountTransport().failing(Kind.REFUSED, "The token has expired");
        CommandLineFixture line = new CommandLineFixture(folder, transport);

        int code = line.run("spaces", "-c", line.write(ACCOUNT).toString());

        assertThat(line.err()).isEqualTo("The token has expired\n");
        assertThat(code).isEqualTo(77);
        assertThat(transport.closed()).isTrue();
    }

    @Test
    void saysThatTheServiceIsAway() {
        AccountTransport transport = new AccountTransport().failing(Kind.UNAVAILABLE, "No answer");
        CommandLineFixture line = new CommandLineFixture(folder, transport);

        int code = line.run("spaces", "-c", line.write(ACCOUNT).toString());

        assertThat(line.err()).isEqualTo("No answer\n");
        assertThat(code).isEqualTo(69);
    }
}
