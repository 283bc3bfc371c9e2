package dev.spacesbot.internal.dispatch;

import dev.spacesbot.internal.declare.Declaration;

/**
 * What one annotation declares.
 *
 * @param method what to invoke
 * @param declaration what sets it off
 */
record Handler(HandlerMethod method, Declaration declaration) {

    String name() {
        return method.name();
    }

    /** Whether whoever wrote may use it. */
    boolean allows(Call call) {
        return method.around().allows(call);
    }
}
