package dev.spacesbot.internal.command;

import dev.spacesbot.event.Member;
import dev.spacesbot.event.Mention;
import dev.spacesbot.event.User;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Who is meant by a mention or a name. */
final class Names {

    private Names() {}

    /**
     * The one person of the space that is meant: by mention, else by {@code @name}, whole name before user name before first
     * name. Null where that is nobody, or more than one.
     */
    static @Nullable User person(Slice slice, Circumstances here) {
        Mention mention = slice.mention();
        if (mention != null) {
            return mentioned(mention, here);
        }
        String name = slice.text().startsWith("@") ? slice.text().substring(1) : slice.text();
        if (name.isBlank()) {
            return null;
        }
        List<Member> members = here.members();
        User user = only(members, member -> member.displayName().equalsIgnoreCase(name));
        user = user != null ? user : only(members, member -> member.username().equalsIgnoreCase(name));
        user = user != null
                ? user
                : only(members, member -> first(member.username(), '@').equalsIgnoreCase(name));
        return user != null
                ? user
                : only(members, member -> first(member.displayName(), ' ').equalsIgnoreCase(name));
    }

    /** The mention's id is what counts: whoever is mentioned may have left the space. */
    private static User mentioned(Mention mention, Circumstances here) {
        User sender = here.sender();
        if (sender != null && sender.id().equals(mention.userId())) {
            return sender;
        }
        User member = only(here.members(), user -> user.id().equals(mention.userId()));
        return member != null ? member : new User(mention.userId(), User.Kind.USER, "", mention.displayName());
    }

    private static @Nullable User only(List<Member> members, Predicate<User> which) {
        List<User> fitting = members.stream()
                .map(Member::user)
                .filter(which)
                .distinct()
                .limit(2)
                .toList();
        return fitting.size() == 1 ? fitting.get(0) : null;
    }

    private static String first(String name, char end) {
        int at = name.indexOf(end);
        return at < 0 ? name : name.substring(0, at);
    }
}
