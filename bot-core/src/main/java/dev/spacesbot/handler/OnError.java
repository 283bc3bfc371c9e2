package dev.spacesbot.handler;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says what to answer where a handler threw. Of several methods the one whose type is nearest to what was thrown answers; it
 * may take the exception, and what the handler that threw may take by type. Without one, the space gets a polite line with a
 * reference to the log.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface OnError {

    /** What is handled, with its subtypes. */
    Class<? extends Throwable>[] value();
}
