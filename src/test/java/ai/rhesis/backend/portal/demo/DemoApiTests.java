package ai.rhesis.backend.portal.demo;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import ai.rhesis.backend.support.Runs;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// Makes the test set and the endpoints of the demo in an organization of its own, and runs them.
@IntegrationTest
class DemoApiTests {

    @Autowired
    Organizations organizations;

    @LocalServerPort
    int port;

    @Test
    void theWorseVersionLosesOnOneRequirement() {
        Api person = organizations.register(Organizations.newAddress());
        person.create("/organizations", Map.of("name", "Demo of a test"));
        String token =
                String.valueOf(person.post("/tokens", Map.of("name", "demo")).text("access_token"));
        Api api = person.as(token);
        String address = "http://127.0.0.1:" + port;
        DemoClient client = new DemoClient(address, token);
        DemoTarget target = new DemoTarget(client, address, token);
        String set = new DemoTestSet(client).create();
        String good = target.create("Echo", Echo.GOOD);
        String worse = target.create("Echo, a worse version", Echo.WORSE);
        Runs runs = new Runs(api);

        Answer before = runs.await(runs.start(set, good, Map.of()));
        Answer after = runs.await(runs.start(set, worse, Map.of()));

        // the one error is the test over several turns, which needs a model that plays the user
        assertThat(before.at("stats").toString()).isEqualTo("{\"total\":18,\"passed\":17,\"failed\":0,\"errors\":1}");
        assertThat(after.at("stats").toString()).isEqualTo("{\"total\":18,\"passed\":9,\"failed\":8,\"errors\":1}");
        List<JsonNode> requirements = api.get("/test_runs/" + after.id() + "/requirements")
                .json()
                .valueStream()
                .filter(requirement -> requirement.path("failed").asInt() > 0)
                .toList();
        assertThat(requirements)
                .extracting(requirement -> requirement.path("name").asString())
                .containsExactly("Obeys no planted instruction");
    }
}
