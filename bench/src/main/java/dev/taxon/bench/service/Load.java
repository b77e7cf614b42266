package dev.taxon.bench.service;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The same GET over and over on several kept connections: bytes prepared once, answers counted and
 * not parsed, so that the caller takes little of the machine that it shares with the server.
 */
final class Load {
  private final URI base;
  private final byte[] request;

  Load(URI base, String key, String path) {
    this.base = base;
    this.request =
        "GET %s HTTP/1.1\r\nHost: %s\r\nAuthorization: Bearer %s\r\nAccept: application/json\r\n\r\n"
            .formatted(path, base.getAuthority(), key)
            .getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * What came of one run.
   *
   * @param requestsPerSecond answered with 200
   * @param clientShare processor time that this process took, as a part of all cores' time, 0 to 1
   */
  record Outcome(double requestsPerSecond, double clientShare) {}

  Outcome run(int connections, Duration time) throws IOException, InterruptedException {
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    long cpu = system.getProcessCpuTime();
    long began = System.nanoTime();
    long end = began + time.toNanos();
    long answered = 0;
    try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
      List<Future<Long>> counts = new ArrayList<>();
      for (int i = 0; i < connections; i++) {
        counts.add(threads.submit(() -> askUntil(end)));
      }
      for (Future<Long> count : counts) {
        answered += count.get();
      }
    } catch (ExecutionException failed) {
      throw new IOException("the load could not be kept up: " + failed.getCause(), failed);
    }
    double nanos = System.nanoTime() - began;
    double share =
        (system.getProcessCpuTime() - cpu) / nanos / Runtime.getRuntime().availableProcessors();
    return new Outcome(answered / (nanos / 1e9), share);
  }

  private long askUntil(long end) throws IOException {
    long answered = 0;
    try (Socket socket = new Socket(base.getHost(), base.getPort())) {
      socket.setTcpNoDelay(true);
      InputStream in = new BufferedInputStream(socket.getInputStream(), 64 * 1024);
      while (System.nanoTime() < end) {
        socket.getOutputStream().write(request);
        skipAnswer(in);
        answered++;
      }
    }
    return answered;
  }

  private static void skipAnswer(InputStream in) throws IOException {
    String status = line(in);
    if (!status.startsWith("HTTP/1.1 200")) {
      throw new IOException("the server answered " + status);
    }
    long length = -1;
    for (String header = line(in); !header.isEmpty(); header = line(in)) {
      String name = header.toLowerCase(Locale.ROOT);
      if (name.startsWith("content-length:")) {
        length = Long.parseLong(name.substring("content-length:".length()).strip());
      }
    }
    if (length < 0) {
      throw new IOException("the answer does not say its length");
    }
    in.skipNBytes(length);
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("the server closed the connection");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }
}
