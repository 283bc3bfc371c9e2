package dev.spacesbot.internal.rest;

import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Tokens that are asked for when needed, one request at a time. */
final class RenewedTokens implements Tokens {

    private final Issuer issuer;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile @Nullable Issued issued;

    /** With the token to begin with, or null to ask for the first one when it is needed. */
    RenewedTokens(Issuer issuer, @Nullable Issued first) {
        this.issuer = issuer;
        this.issued = first;
    }

    @Override
    public Token current() {
        Issued now = issued;
        return now != null ? now.token() : issueUnlessChanged(null).token();
    }

    @Override
    public boolean renew() {
        issueUnlessChanged(issued);
        return true;
    }

    @Override
    public @Nullable Instant renewAt() {
        Issued now = issued;
        return now == null ? null : now.renewAt();
    }

    /** Who had to wait for another's request takes what that one got. */
    private Issued issueUnlessChanged(@Nullable Issued stale) {
        asking.lock();
        try {
            Issued now = issued;
            if (now == null || now.equals(stale)) {
                now = issuer.issue();
                issued = now;
            }
            return now;
        } finally {
            asking.unlock();
        }
    }
}
