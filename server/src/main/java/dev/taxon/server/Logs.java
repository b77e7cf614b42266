package dev.taxon.server;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Log lines on standard error: quiet until {@link #begin}, so that a command that serves nothing
 * says nothing; then for people or for programs. Set up in code: reading XML would cost the start a
 * tenth of a second.
 */
public final class Logs extends ContextAwareBase implements Configurator {
  /** One line each, also when a message has line breaks; what the request, job and document are. */
  private static final String LINE =
      "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level"
          + " %replace(%msg){'[\\r\\n]+', ' '}%replace( {%mdc}){' \\{\\}', ''}%n%ex";

  /** Libraries that say at INFO or WARN what is no news to an operator. */
  private static final List<String> TALKATIVE =
      List.of(
          "com.github.kagkarlsson",
          "com.networknt",
          "com.zaxxer",
          "io.javalin",
          "org.apache.fontbox",
          "org.apache.pdfbox",
          "org.apache.poi",
          "org.apache.tika",
          "org.eclipse.jetty",
          "org.flywaydb",
          "org.jboss",
          "org.xnio");

  /** Found by Logback before anything is logged. */
  @Override
  public ExecutionStatus configure(LoggerContext context) {
    write(context, lines(context), Level.ERROR, Level.OFF);
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }

  /** From here on the service speaks. */
  public static void begin(Settings.LogFormat format, Settings.LogLevel level) {
    var context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.reset();
    Level ours = Level.toLevel(level.name());
    Level theirs = ours.isGreaterOrEqual(Level.INFO) ? Level.ERROR : Level.INFO;
    write(
        context,
        switch (format) {
          case PLAIN -> lines(context);
          case JSON -> objects(context);
        },
        ours,
        theirs);
  }

  private static void write(
      LoggerContext context, Encoder<ILoggingEvent> encoder, Level ours, Level theirs) {
    encoder.setContext(context);
    encoder.start();
    var console = new ConsoleAppender<ILoggingEvent>();
    console.setContext(context);
    console.setTarget("System.err");
    console.setEncoder(encoder);
    console.start();
    var root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.setLevel(ours);
    root.addAppender(console);
    TALKATIVE.forEach(name -> context.getLogger(name).setLevel(theirs));
  }

  private static Encoder<ILoggingEvent> lines(LoggerContext context) {
    var encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setPattern(LINE);
    return encoder;
  }

  private static Encoder<ILoggingEvent> objects(LoggerContext context) {
    var encoder = new JsonEncoder();
    encoder.setContext(context);
    encoder.setWithSequenceNumber(false);
    encoder.setWithNanoseconds(false);
    encoder.setWithContext(false);
    encoder.setWithArguments(false);
    encoder.setWithMessage(false);
    encoder.setWithFormattedMessage(true);
    return encoder;
  }
}
