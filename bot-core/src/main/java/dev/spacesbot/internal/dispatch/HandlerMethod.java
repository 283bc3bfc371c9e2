package dev.spacesbot.internal.dispatch;

import dev.spacesbot.Reply;
import dev.spacesbot.event.Space;
import dev.spacesbot.internal.command.UsageException;
import dev.spacesbot.internal.declare.MethodShape;
import dev.spacesbot.internal.guard.Refusal;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A method that handles events, ready to be invoked: nothing about it is looked up any more. */
final class HandlerMethod implements Action {

    private final String name;
    private final Object target;
    private final Method method;
    private final Argument[] arguments;
    private final Around around;

    /**
     * A method of {@code target} that is accessible to us.
     *
     * @param arguments in the order of its parameters
     * @param around what stands around it
     */
    HandlerMethod(Object target, Method method, List<Argument> arguments, Around around) {
        this.around = around;
        this.name = MethodShape.of(method).name();
        this.arguments = arguments.toArray(Argument[]::new);
        this.target = target;
        this.method = method;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean skipsLate() {
        return around.skipsLate();
    }

    /** Whether it asks for the space. */
    boolean takesSpace() {
        return List.of(method.getParameterTypes()).contains(Space.class);
    }

    /**
     * Binds the arguments and invokes the method. Whoever may not, or wrote something wrong, gets a reply that says so.
     *
     * @param usage how to write the command; empty where that would not help a person
     * @return what the method returned, or that reply
     * @throws Exception whatever the method threw
     */
    @Override
    public @Nullable Object run(Call call, String usage) throws Exception {
        Refusal refusal = around.refusal(call);
        if (refusal != null) {
            return Around.reply(refusal);
        }
        @Nullable Object[] values = new Object[arguments.length];
        try {
            for (int i = 0; i < values.length; i++) {
                values[i] = arguments[i].bind(call);
            }
        } catch (UsageException e) {
            return Reply.text(e.getMessage() + (usage.isEmpty() ? "" : "\nUsage: " + usage));
        }
        return around.interceptors().isEmpty() ? invoke(values) : new InterceptedCall(this, call, values).proceed();
    }

    Around around() {
        return around;
    }

    @Nullable
    Object invoke(@Nullable Object[] values) throws Exception {
        // Not a method handle: the JVM makes code of its own for each one that is called often, and with hundreds of
        // commands that was measured to cost more than reflection does.
        try {
            return method.invoke(target, values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof Exception exception ? exception : e;
        }
    }
}
