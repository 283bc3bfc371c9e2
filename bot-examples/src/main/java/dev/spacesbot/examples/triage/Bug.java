package dev.spacesbot.examples.triage;

import dev.spacesbot.event.User;
import java.time.LocalDate;
import java.util.Optional;

/** Something to mend, by somebody if anybody is on it, until a day. */
record Bug(String title, Optional<User> assignee, LocalDate due) {

    /** In one line, for people. */
    @Override
    public String toString() {
        return title + " – " + assignee.map(User::displayName).orElse("nobody") + ", until " + due;
    }
}
