package dev.spacesbot.playground;

import dev.spacesbot.emulator.EmulatedSpace;
import dev.spacesbot.emulator.EmulatedUser;
import dev.spacesbot.emulator.SpacesEmulator;
import dev.spacesbot.event.Attachment;
import dev.spacesbot.event.Message;
import dev.spacesbot.event.Post;
import dev.spacesbot.event.Role;
import dev.spacesbot.event.Space;
import dev.spacesbot.event.SpaceEvent;
import dev.spacesbot.event.Task;
import dev.spacesbot.internal.wire.EventReader;
import dev.spacesbot.internal.wire.Markup;
import dev.spacesbot.playground.terminal.Completion;
import dev.spacesbot.playground.terminal.Screen;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes what a person types, as somebody in some space, and shows what the bots say. */
final class Conversation {

    /** How long bots may take before the person is asked for more. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Who is there besides Ann, for a conversation of more than one. */
    private static final List<String> COMPANY = List.of("Bob", "Cleo");

    private static final String HELP = """
            What you type is said in the space. Besides that:
              /as NAME      speak as somebody else
              /space NAME   go to another space; the bots come along
              /direct BOT   be alone with a bot
              /task TITLE   make a task
              /done         complete the last task of this space
              /quit         end; so does the end of the input
            Ann is an admin of every space, others are members.""";

    private final SpacesEmulator emulator;
    private final List<PlayedBot> bots;
    private final Screen screen;
    private final EmulatedUser admin;
    private EmulatedUser person;
    private EmulatedSpace group;
    private EmulatedSpace space;

    Conversation(SpacesEmulator emulator, List<PlayedBot> bots, Screen screen) {
        this.emulator = emulator;
        this.bots = bots;
        this.screen = screen;
        this.admin = emulator.user("Ann");
        this.person = admin;
        this.group = emulator.space("Lab").add(admin, Role.ADMIN);
        COMPANY.forEach(name -> group.add(emulator.user(name), Role.MEMBER));
        this.space = group;
    }

    void begin() {
        bots.forEach(bot -> bot.join(space));
        emulator.onMessage(json -> EventReader.read(json).ifPresent(this::show));
        String names = bots.stream().map(bot -> bot.user().displayName()).collect(Collectors.joining(", "));
        screen.show("In space " + space.title() + " with " + names + ". Type hello, or /help.");
    }

    /** What can be typed where these are. */
    static Completion.Choices choices(SpacesEmulator emulator, List<PlayedBot> bots) {
        List<EmulatedUser> machines = bots.stream().map(PlayedBot::user).toList();
        List<String> botNames = machines.stream().map(EmulatedUser::displayName).toList();
        List<String> people = emulator.users().stream()
                .filter(user -> !machines.contains(user))
                .map(EmulatedUser::displayName)
                .toList();
        List<String> spaces = emulator.spaces().stream()
                .filter(space -> space.kind() == Space.Kind.GROUP)
                .map(EmulatedSpace::title)
                .toList();
        Map<String, List<String>> commands = new LinkedHashMap<>();
        List.of("/task", "/done", "/help", "/quit").forEach(command -> commands.put(command, List.of()));
        commands.put("/as", people);
        commands.put("/space", spaces);
        commands.put("/direct", botNames);
        return new Completion.Choices(
                commands,
                Stream.concat(botNames.stream(), people.stream()).toList(),
                bots.stream().flatMap(bot -> bot.phrases().stream()).distinct().toList());
    }

    /** Does what a line says; returns false where it says to quit. */
    boolean take(String line) throws InterruptedException {
        String text = line.strip();
        if (!text.startsWith("/")) {
            if (!text.isEmpty()) {
                await(emulator.say(person, space, text));
            }
        } else {
            int blank = text.indexOf(' ');
            String command = blank < 0 ? text : text.substring(0, blank);
            String argument = blank < 0 ? "" : text.substring(blank).strip();
            if (command.equals("/quit")) {
                return false;
            }
            command(command, argument);
        }
        return true;
    }

    private void command(String command, String argument) throws InterruptedException {
        boolean named = !argument.isEmpty();
        switch (command) {
            case "/as" -> {
                if (named) {
                    person = emulator.user(argument);
                    go(group);
                }
            }
            case "/space" -> {
                if (named) {
                    group = emulator.space(argument).add(admin, Role.ADMIN);
                    bots.forEach(bot -> bot.join(group));
                    go(group);
                }
            }
            case "/direct" -> direct(argument);
            case "/task" -> {
                if (named) {
                    await(emulator.task(person, space, argument));
                }
            }
            case "/done" -> completeLastTask();
            case "/help" -> screen.show(HELP);
            default -> screen.show("There is no " + command + ".\n" + HELP);
        }
        if (!named && List.of("/as", "/space", "/task").contains(command)) {
            screen.show(command + " wants " + (command.equals("/task") ? "a title" : "a name") + ".");
        }
    }

    private void direct(String name) {
        Optional<PlayedBot> meant = bots.stream()
                .filter(bot -> name.isEmpty() || bot.user().displayName().equalsIgnoreCase(name))
                .findFirst();
        if (meant.isEmpty()) {
            screen.show("There is no bot " + name + ".");
            return;
        }
        EmulatedSpace direct = person.direct(meant.get().user());
        meant.get().join(direct);
        go(direct);
    }

    private void go(EmulatedSpace where) {
        space = where;
        emulator.online(person, where);
    }

    private void completeLastTask() throws InterruptedException {
        String last = space.history().stream()
                .filter(message -> message.path("category").asText().equals("task"))
                .map(message -> message.path("_id").asText())
                .reduce((before, after) -> after)
                .orElse("");
        if (last.isEmpty()) {
            screen.show("There is no task in " + space.title() + "; /task TITLE makes one.");
        } else {
            emulator.completeTask(person, last);
            await(last);
        }
    }

    private void await(String messageId) throws InterruptedException {
        boolean passedOver = true;
        List<EmulatedUser> here = space.members();
        for (PlayedBot bot :
                bots.stream().filter(each -> here.contains(each.user())).toList()) {
            PlayedBot.Outcome outcome = bot.awaitHandled(messageId, PATIENCE);
            passedOver &= outcome == PlayedBot.Outcome.PASSED_OVER;
            if (outcome == PlayedBot.Outcome.BUSY) {
                screen.show("(" + bot.user().displayName() + " is still busy with that)");
            }
        }
        if (passedOver) {
            screen.show("(no handler took that)");
        }
    }

    /** Who speaks where. */
    String prompt() {
        String where = space.kind() == Space.Kind.DIRECT
                ? " with "
                        + space.members().stream()
                                .filter(member -> !member.equals(person))
                                .map(EmulatedUser::displayName)
                                .collect(Collectors.joining(", "))
                : " in " + space.title();
        return person.displayName() + where + "> ";
    }

    private void show(SpaceEvent event) {
        boolean bot = bots.stream()
                .anyMatch(each -> each.user().id().equals(event.sender().id()));
        if (bot) {
            String where = event.space().id().equals(space.id())
                    ? ""
                    : " in " + event.space().title();
            screen.show(event.sender().displayName() + where, text(event).replace("\n", "\n  "));
        }
    }

    private String text(SpaceEvent event) {
        if (event instanceof Task task) {
            return "[task] " + task.title() + files(task.attachments());
        }
        if (event instanceof Post post) {
            return "[post] " + post.title() + (post.text().isEmpty() ? "" : "\n" + post.text())
                    + files(post.attachments());
        }
        Message message = (Message) event;
        return (message.isComment() ? "(on \"" + title(message.parentId()) + "\") " : "")
                + message.text()
                + files(message.attachments());
    }

    private static String files(List<Attachment> files) {
        return files.stream()
                .map(file -> "\n[file] " + file.name() + ", " + file.size() + " bytes, " + file.url())
                .collect(Collectors.joining());
    }

    private String title(@Nullable String id) {
        return id == null
                ? ""
                : Markup.plainText(
                        emulator.message(id).path("content").path("bodyText").asText());
    }
}
