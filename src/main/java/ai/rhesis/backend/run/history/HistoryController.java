package ai.rhesis.backend.run.history;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class HistoryController {

    private final HistoryService histories;

    HistoryController(HistoryService histories) {
        this.histories = histories;
    }

    @GetMapping("/test_sets/{id}/history")
    ResponseEntity<List<RatedRunResponse>> history(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") int limit) {
        return histories.page(id, cursor, limit).map(RatedRunResponse::of).toResponse();
    }
}
