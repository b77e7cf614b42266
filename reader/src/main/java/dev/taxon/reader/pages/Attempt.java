package dev.taxon.reader.pages;

import dev.taxon.ReadRequest;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * One file being read. Knows when the time is up, and ends what was opened for the file: once the
 * attempt is over, {@link #check()} throws, every stream of {@link #open()} throws on its next
 * read, and everything given to {@link #closing} is closed, whichever thread is inside it.
 */
public final class Attempt implements AutoCloseable {
  private final Path file;
  private final ReadRequest request;
  private final long end;
  private final Set<Closeable> open = Collections.newSetFromMap(new IdentityHashMap<>());
  private volatile boolean over;

  /**
   * @param start {@link System#nanoTime()} when the time began to count
   */
  public Attempt(Path file, ReadRequest request, long start) {
    this.file = file;
    this.request = request;
    this.end = start + request.limits().time().toNanos();
  }

  public Path file() {
    return file;
  }

  public ReadRequest request() {
    return request;
  }

  /** Returns while there is time; costs some 30 ns, so that tight loops may call it. */
  public void check() {
    if (over || remainingNanos() <= 0) {
      throw new OutOfTime();
    }
  }

  /** Time left, in nanoseconds; zero or negative when it is up. */
  public long remainingNanos() {
    return end - System.nanoTime();
  }

  /** Whether the time is up; what a parser throws from then on tells nothing about the file. */
  public boolean timeIsUp() {
    return remainingNanos() <= 0;
  }

  /** The resource, which is closed when the attempt ends, if it was not before. */
  public <T extends Closeable> T closing(T resource) {
    synchronized (open) {
      if (!over) {
        open.add(resource);
        return resource;
      }
    }
    closeQuietly(resource);
    throw new OutOfTime();
  }

  /** The resource was closed by whoever used it. */
  public void closed(Closeable resource) {
    synchronized (open) {
      open.remove(resource);
    }
  }

  /** The file's bytes from the start; closed with the attempt. */
  public InputStream open() throws IOException {
    return watched(Files.newInputStream(file));
  }

  /**
   * The stream, closed with the attempt. It throws when the time is up, and {@link Refused} when
   * more comes out than a file may have bytes.
   */
  public InputStream watched(InputStream in) {
    return closing(new WatchedStream(in, this, request.limits().bytes()));
  }

  /** Ends the attempt and closes what it holds; may be called from any thread and again. */
  @Override
  public void close() {
    over = true;
    List<Closeable> held;
    synchronized (open) {
      held = List.copyOf(open);
      open.clear();
    }
    held.forEach(Attempt::closeQuietly);
  }

  private static void closeQuietly(Closeable resource) {
    try {
      resource.close();
    } catch (IOException | RuntimeException e) {
      // It is thrown away; whether it complains changes nothing.
    }
  }

  /** The time is up. Unchecked, so that it passes through any parser. */
  public static final class OutOfTime extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OutOfTime() {
      super("the time for this file is up", null, false, false);
    }
  }
}
