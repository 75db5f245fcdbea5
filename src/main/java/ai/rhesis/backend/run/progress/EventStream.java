package ai.rhesis.backend.run.progress;

import ai.rhesis.backend.platform.problem.ProblemException;
import ai.rhesis.backend.platform.tenancy.NotAMemberException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The stream of a run's events to a client until the run ends, the client leaves, or the time is up and the client
/// is to come back, to any node. Between two looks at the run it holds neither a connection nor a thread
/// of the system.
@Component
class EventStream {

    private static final Logger log = LoggerFactory.getLogger(EventStream.class);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration HEARTBEAT = Duration.ofSeconds(5);
    private static final Duration MAX_DURATION = Duration.ofMinutes(15);

    private final ProgressService progress;
    private final Subscribers subscribers;
    private final JsonMapper json;

    EventStream(ProgressService progress, Subscribers subscribers, JsonMapper json) {
        this.progress = progress;
        this.subscribers = subscribers;
        this.json = json;
    }

    /// @param position behind which to begin
    void follow(UUID runId, long position, HttpServletResponse response) {
        progress.requireRun(runId);
        try (Subscribers.Seat seat = subscribers.enter()) {
            tell(runId, position, new EventWriter(response, json));
        } catch (IOException | NotAMemberException left) {
            log.debug("The client left the events of the run {}", runId);
        } catch (ProblemException gone) {
            if (!response.isCommitted()) {
                throw gone;
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(UUID runId, long position, EventWriter events) throws IOException, InterruptedException {
        events.begin();
        long reached = position;
        @Nullable MomentView last = null;
        long end = System.nanoTime() + MAX_DURATION.toNanos();
        long silentSince = System.nanoTime();
        while (System.nanoTime() < end && !subscribers.isClosed()) {
            NewsView news = progress.after(runId, reached, last);
            if (news != null) {
                reached = tell(news, reached, events);
                last = news.isAll() ? news.moment() : null;
                silentSince = System.nanoTime();
                if (news.isEnd()) {
                    return;
                }
            } else if (System.nanoTime() - silentSince > HEARTBEAT.toNanos()) {
                events.event("heartbeat", null, Map.of());
                events.flush();
                silentSince = System.nanoTime();
            }
            if (news == null || news.isAll()) {
                Thread.sleep(PAUSE);
            }
        }
    }

    private static long tell(NewsView news, long position, EventWriter events) throws IOException {
        long reached = position;
        for (ResultView result : news.results()) {
            events.event("result", result.position(), result);
            reached = result.position();
        }
        if (news.isAll()) {
            events.event(news.isEnd() ? "done" : "progress", null, news.progress());
        }
        events.flush();
        return reached;
    }
}
