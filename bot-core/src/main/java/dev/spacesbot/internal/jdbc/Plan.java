package dev.spacesbot.internal.jdbc;

import dev.spacesbot.store.Change;
import dev.spacesbot.store.Entry;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What one transaction makes of several units: which of them fit, one after the other, and what the table must hold then. Each
 * key is written once, however many units change it.
 */
final class Plan {

    private final Map<String, Row> before;
    private final Map<String, Optional<Row>> after = new LinkedHashMap<>();
    private final List<Boolean> answers = new ArrayList<>();

    /**
     * Decides about units in their order.
     *
     * @param before what the table holds under the keys that they change
     */
    Plan(List<Unit> units, Map<String, Row> before) {
        this.before = before;
        units.forEach(unit -> answers.add(take(unit)));
    }

    /** For each unit, in order, whether its changes are made. */
    List<Boolean> answers() {
        return answers;
    }

    Collection<String> keys() {
        return after.keySet();
    }

    /** Tells every row that must be written. */
    void write(Rows rows) throws SQLException {
        for (Map.Entry<String, Optional<Row>> change : after.entrySet()) {
            String key = change.getKey();
            Row old = before.get(key);
            Row now = change.getValue().orElse(null);
            if (old == null && now != null) {
                rows.insert(key, now);
            } else if (old != null && now == null) {
                rows.delete(key, old.revision());
            } else if (old != null && !old.equals(now)) {
                rows.update(key, old.revision(), Objects.requireNonNull(now));
            }
        }
    }

    /** Whether a table that holds this holds all that was planned. */
    boolean isMade(Map<String, Row> found) {
        Map<String, Row> wanted = new HashMap<>();
        after.forEach((key, row) -> row.ifPresent(there -> wanted.put(key, there)));
        return found.equals(wanted);
    }

    private boolean take(Unit unit) {
        if (!unit.changes().stream().allMatch(change -> isUpToDate(change.entry(), unit.now()))) {
            return false;
        }
        for (Change change : unit.changes()) {
            boolean stays = change instanceof Change.Put;
            Entry entry = change.entry();
            after.put(entry.key(), stays ? Optional.of(Row.of(entry.kept())) : Optional.empty());
        }
        return true;
    }

    private boolean isUpToDate(Entry entry, Instant now) {
        Optional<Row> row = after.getOrDefault(entry.key(), Optional.ofNullable(before.get(entry.key())));
        long revision =
                row.filter(there -> !there.hasExpired(now)).map(Row::revision).orElse(0L);
        return revision == entry.revision();
    }
}
