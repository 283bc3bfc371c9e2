package dev.spacesbot.served;

import dev.spacesbot.handler.OnMessage;
import java.text.NumberFormat;
import java.util.Random;

final class Served {

    private final NumberFormat numbers;
    private final Random random;

    Served(NumberFormat numbers, Random random) {
        this.numbers = numbers;
        this.random = random;
    }

    @OnMessage("roll")
    String roll() {
        return numbers.format(random.nextInt(60));
    }
}
