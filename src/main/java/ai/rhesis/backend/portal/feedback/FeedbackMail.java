package ai.rhesis.backend.portal.feedback;

import ai.rhesis.backend.platform.mail.Mail;
import ai.rhesis.backend.platform.mail.Mailer;
import ai.rhesis.backend.platform.problem.Problem;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/// The delivery of feedback to the operator. Frontends send it for their users without a token, so that this node
/// takes a bounded number in a minute, whoever sends it.
@Component
class FeedbackMail {

    static final int MAX_PER_MINUTE = 20;

    private static final long MINUTE = Duration.ofMinutes(1).toNanos();
    private static final int RETRY_SECONDS = 60;

    private final Mailer mailer;
    private final String operator;
    private final Deque<Long> latest = new ArrayDeque<>();

    FeedbackMail(Mailer mailer, @Value("${rhesis.mail.feedback-to:}") String operator) {
        this.mailer = mailer;
        this.operator = operator;
    }

    /// Sends feedback, behind the request that brought it.
    ///
    /// @throws ProblemException 503 where no mail is sent or nobody reads it, 429 when there was too much
    void send(FeedbackRequest feedback) {
        if (!mailer.isOn() || operator.isBlank()) {
            throw Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "This server takes no feedback: it sends no mail for it.")
                    .exception();
        }
        if (!admits(System.nanoTime())) {
            throw Problem.tooMany("There was much feedback in the last minute; send it again.", RETRY_SECONDS)
                    .exception();
        }
        mailer.later(() -> new Mail(operator, "Feedback on Rhesis", feedback.text(), mailer.link("/")));
    }

    private boolean admits(long now) {
        synchronized (latest) {
            while (!latest.isEmpty() && now - latest.peekFirst() >= MINUTE) {
                latest.removeFirst();
            }
            if (latest.size() >= MAX_PER_MINUTE) {
                return false;
            }
            latest.addLast(now);
            return true;
        }
    }
}
