package dev.taxon.bench.service;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A service started for measuring, on a free port of this machine, with a key known beforehand. */
final class RunningServer implements AutoCloseable {
  static final String KEY = "the-key-of-the-bench";
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Process process;
  private final Api api;
  private final double secondsToReady;

  private RunningServer(Process process, Api api, double secondsToReady) {
    this.process = process;
    this.api = api;
    this.secondsToReady = secondsToReady;
  }

  /** Starts it on a data folder, and returns when it says that it is ready. */
  static RunningServer start(Program program, Path folder)
      throws IOException, InterruptedException {
    int port = freePort();
    Api api = new Api(URI.create("http://127.0.0.1:" + port), KEY);
    Path log = folder.resolveSibling(folder.getFileName() + ".log");
    long began = System.nanoTime();
    Process process =
        program
            .prepare(
                log,
                Map.of(
                    "TAXON_PORT", String.valueOf(port),
                    "TAXON_DATA", folder.toString(),
                    "TAXON_API_KEY", KEY),
                List.of("serve"))
            .start();
    while (!api.isReady()) {
      if (!process.isAlive()) {
        throw new IOException("the server ended before it was ready, its log is " + log);
      }
      if (System.nanoTime() - began > PATIENCE.toNanos()) {
        process.destroyForcibly();
        throw new IOException("the server is not ready after a minute, its log is " + log);
      }
      TimeUnit.MILLISECONDS.sleep(2);
    }
    return new RunningServer(process, api, (System.nanoTime() - began) / 1e9);
  }

  Api api() {
    return api;
  }

  /** Wall clock from the start of the program to the first answer that it is ready, in seconds. */
  double secondsToReady() {
    return secondsToReady;
  }

  /** Memory resident now, in MB; the largest process of those the program started. */
  double residentMegabytes() throws IOException {
    return megabytes("VmRSS:");
  }

  /** The most memory that was ever resident, in MB. */
  double peakMegabytes() throws IOException {
    return megabytes("VmHWM:");
  }

  /** Whether this system tells about memory the way it is asked here. */
  static boolean tellsMemory() {
    return Files.isReadable(Path.of("/proc/self/status"));
  }

  private double megabytes(String field) throws IOException {
    double most = 0;
    List<Long> ids =
        Stream.concat(Stream.of(process.toHandle()), process.descendants())
            .map(ProcessHandle::pid)
            .toList();
    for (long id : ids) {
      for (String line : Files.readAllLines(Path.of("/proc/" + id + "/status"))) {
        if (line.startsWith(field)) {
          most = Math.max(most, Long.parseLong(line.replaceAll("\\D", "")) * 1024 / 1e6);
        }
      }
    }
    return most;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Asks it to stop and waits until it did. */
  @Override
  public void close() throws IOException {
    process.destroy();
    try {
      if (process.waitFor(PATIENCE)) {
        return;
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly();
    throw new IOException("the server did not stop within a minute");
  }
}
