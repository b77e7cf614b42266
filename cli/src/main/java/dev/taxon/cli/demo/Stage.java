package dev.taxon.cli.demo;

import dev.taxon.cli.console.Console;
import dev.taxon.cli.console.Exit;
import dev.taxon.cli.console.Failure;
import dev.taxon.cli.remote.Service;
import dev.taxon.cli.serve.Starter;
import dev.taxon.server.Configuration;
import dev.taxon.server.Server;
import dev.taxon.server.SettingsTable;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A service on a free port of this machine, with a folder and a key of its own; both are gone when
 * it is closed, by the command or by Ctrl-C.
 */
public final class Stage implements AutoCloseable {
  private final Folder folder;
  private volatile @Nullable Server server;
  private final Service service;
  private final String key;
  private final Thread hook = Thread.ofPlatform().name("stage").unstarted(this::clear);

  /**
   * Starts it. Of the environment's settings only Tesseract's counts: a demonstration shall look
   * the same on every machine.
   */
  public Stage(Starter starter, Console console) {
    byte[] secret = new byte[16];
    new SecureRandom().nextBytes(secret);
    key = HexFormat.of().formatHex(secret);
    try {
      folder = Folder.make();
    } catch (IOException e) {
      throw new Failure(Exit.FAILED, "no temporary folder can be made", null, "set TMPDIR");
    }
    Runtime.getRuntime().addShutdownHook(hook);
    var flags = new HashMap<String, String>();
    flags.put(SettingsTable.HOST.name(), "127.0.0.1");
    flags.put(SettingsTable.PORT.name(), "0");
    flags.put(SettingsTable.DATA.name(), folder.path().toString());
    flags.put(SettingsTable.API_KEY.name(), key);
    flags.put(SettingsTable.LOG_LEVEL.name(), "error");
    String tesseract = console.environment().get(SettingsTable.TESSERACT.variable());
    Configuration configuration =
        Configuration.read(
            flags,
            tesseract == null ? Map.of() : Map.of(SettingsTable.TESSERACT.variable(), tesseract),
            folder.path(),
            Set.of());
    try {
      Server started = starter.start(configuration);
      server = started;
      service = new Service(started.baseUrl(), key);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  public Service service() {
    return service;
  }

  /** The one key that opens it. */
  public String key() {
    return key;
  }

  private void clear() {
    Server running = server;
    if (running != null) {
      running.close();
    }
    folder.close();
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      return; // the hook clears already
    }
    clear();
  }
}
