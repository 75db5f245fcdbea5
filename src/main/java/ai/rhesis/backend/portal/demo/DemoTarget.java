package ai.rhesis.backend.portal.demo;

import java.util.HashMap;
import java.util.Map;

/// The endpoints under which the demo organization keeps the built-in target, one for each of its versions.
///
/// They call back with the demo's own token, so that the target is not open to anybody else.
class DemoTarget {

    private final DemoClient client;
    private final String address;
    private final String token;

    DemoTarget(DemoClient client, String address, String token) {
        this.client = client;
        this.address = address;
        this.token = token;
    }

    /// Makes the endpoint of a version and returns its id. It is in a project, because calls of others leave no traces.
    String create(String project, String name, Echo version) {
        Map<String, Object> endpoint = new HashMap<>(place(version));
        endpoint.put("project_id", project);
        endpoint.put("name", name);
        endpoint.put("description", "Built into this server: POST /demo/echo");
        endpoint.put("connection_type", "REST");
        endpoint.put("request_mapping", Map.of("question", "{{ input }}"));
        endpoint.put("response_mapping", Map.of("output", "$.answer"));
        return client.create("/endpoints", endpoint);
    }

    /// Tells an endpoint where the server is now.
    void move(String id, Echo version) {
        client.put("/endpoints/" + id, place(version));
    }

    private Map<String, Object> place(Echo version) {
        return Map.of(
                "url",
                address + "/demo/echo",
                "query_params",
                Map.of("quality", version.quality()),
                "auth_type",
                "bearer_token",
                "auth_token",
                token);
    }
}
