package dev.spacesbot.bench;

import java.time.Duration;

/** CPU time that processes have used. */
final class Cpu {

    private Cpu() {}

    /** Of a process; zero where the system does not say. */
    static Duration of(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Of this one. */
    static Duration own() {
        return of(ProcessHandle.current());
    }
}
