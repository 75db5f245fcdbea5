package ai.rhesis.backend.run.progress;

import ai.rhesis.backend.platform.problem.Problem;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ProgressController {

    private static final String LAST_EVENT_ID = "Last-Event-ID";

    private final EventStream events;

    ProgressController(EventStream events) {
        this.events = events;
    }

    // without a media type: generated clients accept that of problems alone, whatever the answer is
    @GetMapping("/test_runs/{id}/events")
    void events(
            @PathVariable UUID id,
            @RequestHeader(name = LAST_EVENT_ID, required = false) @Nullable String lastEventId,
            HttpServletResponse response) {
        events.follow(id, position(lastEventId), response);
    }

    private static long position(@Nullable String lastEventId) {
        try {
            return lastEventId == null || lastEventId.isBlank() ? 0 : Long.parseLong(lastEventId.strip());
        } catch (NumberFormatException foreign) {
            throw Problem.badRequest(LAST_EVENT_ID, LAST_EVENT_ID + " is not the id of an event of this stream")
                    .exception();
        }
    }
}
