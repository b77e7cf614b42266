package dev.taxon.cli.official;

import dev.taxon.cli.official.output.Screen;
import dev.taxon.cli.official.wire.Exchange;
import dev.taxon.cli.official.wire.HttpTransport;
import dev.taxon.cli.official.wire.Transport;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * What a run touches besides its streams and environment.
 *
 * @param screen the terminal
 * @param inIsTerminal whether standard input is typed
 * @param folder what relative paths begin at
 * @param transport how requests are sent
 * @param pause how it waits before a retry
 * @param random chance, for pauses and boundaries
 * @param clock the time
 * @param zone where the debug log's reader is; asked for only by a log, since finding it takes time
 */
public record Surroundings(
    Screen screen,
    boolean inIsTerminal,
    Path folder,
    Transport transport,
    Exchange.Pause pause,
    RandomGenerator random,
    InstantSource clock,
    Supplier<ZoneId> zone) {

  /** Those of this process, whose terminal is {@code screen}. */
  public static Surroundings ofThisProcess(dev.taxon.cli.console.Screen screen) {
    return new Surroundings(
        new ProcessScreen(screen),
        screen.in(),
        Path.of(""),
        new HttpTransport(),
        Thread::sleep,
        new SplittableRandom(),
        InstantSource.system(),
        ZoneId::systemDefault);
  }
}
