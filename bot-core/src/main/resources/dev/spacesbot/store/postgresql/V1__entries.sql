-- Times are nanoseconds since 1970: to_timestamp(due / 1e9). Keys are compared by their bytes, so that those which begin alike
-- stand together whatever the language of the database is.
CREATE TABLE spacesbot_entry (
    entry_key VARCHAR(200) COLLATE "C" NOT NULL,
    bot VARCHAR(80) COLLATE "C" NOT NULL,
    revision BIGINT NOT NULL,
    json TEXT NOT NULL,
    expires BIGINT,
    due BIGINT,
    PRIMARY KEY (entry_key, bot)
);
CREATE INDEX spacesbot_entry_due ON spacesbot_entry (bot, due, entry_key) WHERE due IS NOT NULL;
CREATE INDEX spacesbot_entry_expires ON spacesbot_entry (bot, expires) WHERE expires IS NOT NULL;
