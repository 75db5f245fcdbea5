package ai.rhesis.backend.run.reviewqueue;

import ai.rhesis.backend.platform.query.ListRequest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
import tools.jackson.databind.json.JsonMapper;

@RestController
@RequestMapping("/review_queues")
class ReviewQueueController {

    private final ReviewQueueService queues;
    private final JsonMapper json;

    ReviewQueueController(ReviewQueueService queues, JsonMapper json) {
        this.queues = queues;
        this.json = json;
    }

    @PostMapping
    ReviewQueueResponse draw(@RequestBody ReviewQueueRequest request) {
        return response(queues.create(request));
    }

    @GetMapping
    ResponseEntity<List<ListedQueueResponse>> list(
            @RequestParam(name = "test_run_id", required = false) @Nullable UUID testRunId, WebRequest request) {
        return queues.list(testRunId, ListRequest.of(request::getParameter))
                .map(ListedQueueResponse::of)
                .toResponse();
    }

    @GetMapping("/{id}")
    ReviewQueueResponse read(@PathVariable UUID id) {
        return response(queues.get(id));
    }

    @GetMapping("/{id}/items")
    ResponseEntity<List<QueueItemResponse>> items(@PathVariable UUID id, WebRequest request) {
        ReviewQueue queue = queues.get(id);
        return queues.items(queue, ListRequest.of(request::getParameter))
                .map(item -> QueueItemResponse.of(item, queue, json))
                .toResponse();
    }

    @GetMapping("/{id}/next")
    ResponseEntity<QueueItemResponse> next(@PathVariable UUID id) {
        ReviewQueue queue = queues.get(id);
        return queues.next(queue)
                .map(item -> QueueItemResponse.of(item, queue, json).toReview(queue))
                .map(ResponseEntity::ok)
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    private ReviewQueueResponse response(ReviewQueue queue) {
        return ReviewQueueResponse.of(queue, queues.progress(queue), queues.agreement(queue));
    }
}
