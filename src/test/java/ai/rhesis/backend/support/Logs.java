package ai.rhesis.backend.support;

import static java.util.stream.Collectors.joining;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/// The lines that are logged while it is open, at a level and above.
public final class Logs extends AppenderBase<ILoggingEvent> implements AutoCloseable {

    private final Level level;
    private final List<ILoggingEvent> events = new CopyOnWriteArrayList<>();

    private Logs(Level level) {
        this.level = level;
        start();
        root().addAppender(this);
    }

    public static Logs errors() {
        return new Logs(Level.ERROR);
    }

    /// All that is logged at the levels that are on by default.
    public static Logs all() {
        return new Logs(Level.ALL);
    }

    public List<String> lines() {
        return events.stream()
                .map(event -> event.getLoggerName() + ": " + event.getFormattedMessage() + stack(event))
                .toList();
    }

    /// All of it as the console shows it, stack traces with their causes included.
    public String text() {
        return events.stream()
                .map(event -> event.getLoggerName() + ": " + event.getFormattedMessage() + "\n"
                        + (event.getThrowableProxy() == null
                                ? ""
                                : ThrowableProxyUtil.asString(event.getThrowableProxy())))
                .collect(joining("\n"));
    }

    private static String stack(ILoggingEvent event) {
        return event.getThrowableProxy() == null
                ? ""
                : " with a stack trace of " + event.getThrowableProxy().getClassName() + ": "
                        + event.getThrowableProxy().getMessage();
    }

    @Override
    protected void append(ILoggingEvent event) {
        if (event.getLevel().isGreaterOrEqual(level)) {
            events.add(event);
        }
    }

    @Override
    public void close() {
        root().detachAppender(this);
        stop();
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }
}
