package dev.taxon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taxon.cli.console.Exit;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobsCommandTest {
  private static final String JOB = "clj-00000000-0000-4000-8000-000000000000";

  @TempDir Path folder;

  @Test
  void theServiceOnThisMachineIsAskedWithItsOwnKey() {
    String data = folder.resolve("data").toString();
    try (Program service =
            Program.start(folder, folder, Map.of(), "serve", "--port=0", "--data=" + data);
        Program cancel = afterStart(service, data, "jobs", "cancel", JOB)) {
      assertThat(cancel.exit()).isEqualTo(Exit.NOT_FOUND);
      assertThat(cancel.err()).contains("Classify job not found");
    }
  }

  @Test
  void anIdIsNeeded() {
    try (Program cancel = Program.start(folder, folder, Map.of(), "jobs", "cancel")) {
      assertThat(cancel.exit()).isEqualTo(Exit.USAGE);
      assertThat(cancel.err()).contains("JOB");
    }
  }

  private Program afterStart(Program service, String data, String... words) {
    assertThat(service.untilOut("Ctrl-C stops it.").out()).contains("http://");
    return Program.start(folder, folder, Map.of("TAXON_DATA", data), words);
  }
}
