package dev.taxon.bench.golden;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What type of processor decides: the sentence model runs other instructions, which round
 * otherwise, where the processor has them.
 */
final class Processor {
  /** Instructions that the model's arithmetic is chosen by. */
  private static final List<String> TELLING =
      List.of("avx2", "fma", "avx512f", "avx512_vnni", "avx_vnni", "amx_int8", "asimddp", "i8mm");

  private Processor() {}

  /** For example {@code amd64: AMD EPYC, family 25, model 17, avx2 fma avx512f avx512_vnni}. */
  static String type() {
    Map<String, String> told = told();
    Set<String> flags =
        Set.of(told.getOrDefault("flags", told.getOrDefault("Features", "")).split(" ", -1));
    return "%s: %s, family %s, model %s, %s"
        .formatted(
            System.getProperty("os.arch"),
            told.getOrDefault("model name", "unknown"),
            told.getOrDefault("cpu family", "unknown"),
            told.getOrDefault("model", "unknown"),
            TELLING.stream().filter(flags::contains).collect(Collectors.joining(" ")));
  }

  /** What the system tells of the first core, empty where it tells nothing. */
  private static Map<String, String> told() {
    var told = new HashMap<String, String>();
    try {
      for (String line : Files.readAllLines(Path.of("/proc/cpuinfo"))) {
        List<String> parts = Arrays.asList(line.split(":", 2));
        if (parts.size() == 2) {
          told.putIfAbsent(parts.get(0).strip(), parts.get(1).strip());
        }
      }
    } catch (IOException notLinux) {
      return Map.of();
    }
    return told;
  }
}
