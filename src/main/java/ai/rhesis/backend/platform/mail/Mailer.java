package ai.rhesis.backend.platform.mail;

import ai.rhesis.backend.platform.persistence.LoggedFailure;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.mail.MailException;
import org.springframework.stereotype.Component;

/// The sender of mail behind the requests that ask for it: they end at once, and in the same time whether there is
/// somebody to write to or not.
///
/// A mail that can't be sent is tried again, each time after a longer pause, and in the end logged and dropped. It
/// waits in memory alone: its ticket is a secret, which no queue should keep.
@Component
public class Mailer {

    private static final Logger log = LoggerFactory.getLogger(Mailer.class);
    private static final int SENDERS = 2;
    private static final int MAX_WAITING = 1000;
    private static final int MAX_ATTEMPTS = 4;
    private static final int PAUSE_GROWTH = 6;
    private static final int CLOSE_TIMEOUT_SECONDS = 10;

    private final MailSettings settings;
    private final Delivery delivery;
    private final ScheduledThreadPoolExecutor senders;

    Mailer(MailSettings settings, Delivery delivery) {
        this.settings = settings;
        this.delivery = delivery;
        senders = new ScheduledThreadPoolExecutor(
                SENDERS, Thread.ofPlatform().name("mail-", 0).factory());
        // what waits to be tried again is not waited for
        senders.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
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

    @EventListener(ContextClosedEvent.class)
    void close() throws InterruptedException {
        senders.shutdown();
        if (!senders.awaitTermination(CLOSE_TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
            senders.shutdownNow();
        }
    }
}
