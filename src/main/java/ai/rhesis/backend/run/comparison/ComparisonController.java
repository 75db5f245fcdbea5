package ai.rhesis.backend.run.comparison;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

@RestController
class ComparisonController {

    private final ComparisonService comparisons;
    private final ComparedTestPages tests;
    private final JsonMapper json;

    ComparisonController(ComparisonService comparisons, ComparedTestPages tests, JsonMapper json) {
        this.comparisons = comparisons;
        this.tests = tests;
        this.json = json;
    }

    @PostMapping("/test_runs/{id}/compare")
    Comparison compare(@PathVariable UUID id, @RequestBody CompareRequest request) {
        return comparisons.compare(id, request);
    }

    @GetMapping("/comparisons/{id}")
    Comparison read(@PathVariable UUID id) {
        return comparisons.get(id);
    }

    @GetMapping("/comparisons/{id}/tests")
    ResponseEntity<List<ComparedTestResponse>> tests(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String outcome,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "100") int limit) {
        comparisons.requireTests(id);
        return tests.page(id, outcome, cursor, limit)
                .map(test -> ComparedTestResponse.of(test, json))
                .toResponse();
    }
}
