package ai.rhesis.backend.platform.mail;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// The sender of mail behind the requests that ask for it: they end at once, and in the same time whether there is
/// somebody to write to or not.
@Component
public class Mailer {

    private static final Logger log = LoggerFactory.getLogger(Mailer.class);
    private static final int SENDERS = 2;
    private static final int MAX_WAITING = 1000;
    private static final int CLOSE_TIMEOUT_SECONDS = 10;

    private final MailSettings settings;
    private final Delivery delivery;
    private final ThreadPoolExecutor senders;

    Mailer(MailSettings settings, Delivery delivery) {
        this.settings = settings;
        this.delivery = delivery;
        senders = new ThreadPoolExecutor(
                SENDERS,
                SENDERS,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(MAX_WAITING),
                Thread.ofPlatform().name("mail-", 0).factory());
    }

    /// Returns whether a mail server is configured.
    public boolean isOn() {
        return delivery.isOn();
    }

    /// Returns the address of a page of the frontend.
    public String link(String page) {
        return settings.link(page);
    }

    /// Finds out later what to send, if anything, and sends it. A mail that can't be sent is logged and lost.
    public void later(Supplier<@Nullable Mail> work) {
        try {
            senders.execute(() -> send(work));
        } catch (RejectedExecutionException full) {
            log.warn("A mail was dropped, because {} wait to be sent", MAX_WAITING);
        }
    }

    private void send(Supplier<@Nullable Mail> work) {
        try {
            Mail mail = work.get();
            if (mail != null) {
                delivery.deliver(mail);
            }
        } catch (RuntimeException failure) {
            log.warn("A mail could not be sent: {}", failure.getMessage());
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
