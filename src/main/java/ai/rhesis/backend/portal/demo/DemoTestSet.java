package ai.rhesis.backend.portal.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The test set of the demo: tests of a support chatbot, and metrics that need no model.
class DemoTestSet {

    private final DemoClient client;

    DemoTestSet(DemoClient client) {
        this.client = client;
    }

    /// Makes the set and returns its id.
    String create() {
        JsonNode demo = read();
        List<String> tests = new ArrayList<>();
        for (JsonNode test : demo.path("tests")) {
            String id = client.create("/tests", test);
            test.path("tags").forEach(tag -> client.post("/tags/Test/" + id, Map.of("name", tag.asString())));
            tests.add(id);
        }
        String set = client.create("/test_sets", demo.path("test_set"));
        client.post("/test_sets/" + set + "/associate", Map.of("test_ids", tests));
        for (JsonNode metric : demo.path("metrics")) {
            String id = client.create("/metrics", metric);
            client.post("/test_sets/" + set + "/metrics/" + id, Map.of());
        }
        return set;
    }

    private static JsonNode read() {
        try (var resource = new ClassPathResource("demo/support-chatbot.json").getInputStream()) {
            return JsonMapper.shared().readTree(resource);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
