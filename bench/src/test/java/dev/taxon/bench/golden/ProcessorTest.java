package dev.taxon.bench.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ProcessorTest {
  @Test
  void theFirstCoreTellsHoweverManySpacesPartItsFlags() {
    List<String> lines =
        List.of(
            "processor\t: 0",
            "cpu family\t: 26",
            "model\t\t: 2",
            "model name\t: AMD EPYC",
            "flags\t\t: fpu pti        vmmcall avx2 fma  avx_vnni ",
            "",
            "processor\t: 1",
            "model name\t: another");

    assertThat(Processor.type("amd64", lines))
        .isEqualTo("amd64: AMD EPYC, family 26, model 2, avx2 fma avx_vnni");
  }

  @Test
  void aSystemThatTellsNothingIsUnknown() {
    assertThat(Processor.type("aarch64", List.of()))
        .isEqualTo("aarch64: unknown, family unknown, model unknown, ");
  }
}
