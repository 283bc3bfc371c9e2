package dev.spacesbot.internal.runtime;

import dev.spacesbot.event.SpaceEvent;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** Two observers, told one after the other. */
record Both(Observer one, Observer other) implements Observer {

    @Override
    public void connected() {
        one.connected();
        other.connected();
    }

    @Override
    public void received(SpaceEvent event, boolean late) {
        one.received(event, late);
        other.received(event, late);
    }

    @Override
    public void ran(String handler, Duration time) {
        one.ran(handler, time);
        other.ran(handler, time);
    }

    @Override
    public void handled(SpaceEvent event, List<String> handlers) {
        one.handled(event, handlers);
        other.handled(event, handlers);
    }

    @Override
    public void passedOver(SpaceEvent event, Supplier<String> why) {
        one.passedOver(event, why);
        other.passedOver(event, why);
    }

    @Override
    public void failed(Failure failure) {
        one.failed(failure);
        other.failed(failure);
    }

    @Override
    public void said() {
        one.said();
        other.said();
    }

    @Override
    public void confirmed() {
        one.confirmed();
        other.confirmed();
    }

    @Override
    public void parked() {
        one.parked();
        other.parked();
    }

    @Override
    public void leftOut(int messages) {
        one.leftOut(messages);
        other.leftOut(messages);
    }

    @Override
    public void tooLongPast() {
        one.tooLongPast();
        other.tooLongPast();
    }
}
