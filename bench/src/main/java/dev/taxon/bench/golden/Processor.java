package dev.taxon.bench.golden;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
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
    try {
      return type(System.getProperty("os.arch"), Files.readAllLines(Path.of("/proc/cpuinfo")));
    } catch (IOException notLinux) {
      return type(System.getProperty("os.arch"), List.of());
    }
  }

  /**
   * The type of the first core.
   *
   * @param lines what Linux tells of the cores, or none
   */
  static String type(String architecture, List<String> lines) {
    var told = new HashMap<String, String>();
    for (String line : lines) {
      List<String> parts = Arrays.asList(line.split(":", 2));
      if (parts.size() == 2) {
        told.putIfAbsent(parts.get(0).strip(), parts.get(1).strip());
      }
    }
    String features = told.getOrDefault("flags", told.getOrDefault("Features", ""));
    Set<String> flags = Set.copyOf(Arrays.asList(features.split("\\s+", -1)));
    return "%s: %s, family %s, model %s, %s"
        .formatted(
            architecture,
            told.getOrDefault("model name", "unknown"),
            told.getOrDefault("cpu family", "unknown"),
            told.getOrDefault("model", "unknown"),
            TELLING.stream().filter(flags::contains).collect(Collectors.joining(" ")));
  }
}
