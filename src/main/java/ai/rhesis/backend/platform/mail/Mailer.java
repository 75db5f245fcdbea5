package ai.rhesis.backend.platform.mail;

import ai.rhesis.backend.platform.tenancy.LoggedFailure;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.mail.MailException;
import org.springframework.stereotype.Component;

/// The sender of mail behind the requests that ask for it: they end at once, and in the same time whether there is
/// somebody to write to or not.
///
/// A mail that can't be sent is tried again, each time after a longer pause, and in the end logged and dropped. It
/// waits in memory alone: its ticket is a secret, which no queue should keep.
@Component
public class Mailer implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Mailer.class);
    private static final int SENDERS = 2;
    private static final int MAX_WAITING = 1000;
    private static final int MAX_ATTEMPTS = 4;
    private static final int PAUSE_GROWTH = 6;
    private static final int STOP_TIMEOUT_SECONDS = 10;

    private final MailSettings settings;
    private final Delivery delivery;
    private volatile ScheduledThreadPoolExecutor senders = newSenders();

    Mailer(MailSettings settings, Delivery delivery) {
        this.settings = settings;
        this.delivery = delivery;
    }

    private static ScheduledThreadPoolExecutor newSenders() {
        ScheduledThreadPoolExecutor senders = new ScheduledThreadPoolExecutor(
                SENDERS,
                Thread.ofPlatform().name("mail-", 0).factory(),
                (task, stopped) -> log.warn("A mail was dropped, because the server stops"));
        // what waits to be tried again is not waited for
        senders.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        return senders;
    }

    /// Tells whether a mail server is configured.
    public boolean isOn() {
        return delivery.isOn();
    }

    /// Returns the address of a page of the frontend.
    public String link(String page) {
        return settings.link(page);
    }

    /// Finds out later what to send, if anything, and sends it.
    public void later(Supplier<@Nullable Mail> work) {
        if (senders.getQueue().size() < MAX_WAITING) {
            senders.execute(() -> find(work));
        } else {
            log.warn("A mail was dropped, because {} wait to be sent", MAX_WAITING);
        }
    }

    private void find(Supplier<@Nullable Mail> work) {
        try {
            Mail mail = work.get();
            if (mail != null) {
                send(mail, 1);
            }
        } catch (RuntimeException failure) {
            log.warn("A mail could not be written: {}", LoggedFailure.words(failure));
        }
    }

    private void send(Mail mail, int attempt) {
        try {
            delivery.deliver(mail);
        } catch (MailException failure) {
            log.warn("{} could not be sent, attempt {} of {}: {}", mail, attempt, MAX_ATTEMPTS, failure.getMessage());
            if (attempt < MAX_ATTEMPTS) {
                long pause = settings.retryPause().toMillis() * (long) Math.pow(PAUSE_GROWTH, attempt - 1.0);
                senders.schedule(() -> send(mail, attempt + 1), pause, TimeUnit.MILLISECONDS);
            }
        }
    }

    /// Returns a phase that ends after the web server's, whose last requests may still ask for mail.
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public void start() {
        senders = newSenders();
    }

    @Override
    public boolean isRunning() {
        return !senders.isShutdown();
    }

    /// Sends what waits, as far as that is possible in a few seconds.
    @Override
    public void stop() {
        senders.shutdown();
        try {
            if (!senders.awaitTermination(STOP_TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                senders.shutdownNow();
            }
        } catch (InterruptedException hurried) {
            senders.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
