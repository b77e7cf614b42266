package dev.taxon.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/** The machine that measures: what it is, and how busy it is with other things. */
final class Machine {
  private Machine() {}

  /** Processor, cores, memory, system and Java in one line. */
  static String description() {
    return "%s, %d cores, %s, %s %s, Java %s"
        .formatted(
            processor(),
            Runtime.getRuntime().availableProcessors(),
            memory(),
            System.getProperty("os.name"),
            System.getProperty("os.version"),
            Runtime.version());
  }

  /** Mean count of runnable tasks over the last minute; negative where the system does not tell. */
  static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }

  private static String processor() {
    return lines("/proc/cpuinfo")
        .filter(line -> line.startsWith("model name"))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst()
        .orElse(System.getProperty("os.arch"));
  }

  private static String memory() {
    return lines("/proc/meminfo")
        .filter(line -> line.startsWith("MemTotal"))
        .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024.0 / 1024)
        .map(gib -> String.format(Locale.ROOT, "%.0f GiB", gib))
        .findFirst()
        .orElse("memory unknown");
  }

  private static Stream<String> lines(String file) {
    try {
      return Files.readAllLines(Path.of(file)).stream();
    } catch (IOException notLinux) {
      return Stream.empty();
    }
  }
}
