-- Times are nanoseconds since 1970. The key comes first, so that an index finds several keys at once.
CREATE TABLE spacesbot_entry (
    entry_key CHARACTER VARYING(200) NOT NULL,
    bot CHARACTER VARYING(80) NOT NULL,
    revision BIGINT NOT NULL,
    json CHARACTER VARYING(1048576) NOT NULL,
    expires BIGINT,
    due BIGINT,
    PRIMARY KEY (entry_key, bot)
);
CREATE INDEX spacesbot_entry_due ON spacesbot_entry (bot, due, entry_key);
CREATE INDEX spacesbot_entry_expires ON spacesbot_entry (bot, expires);
