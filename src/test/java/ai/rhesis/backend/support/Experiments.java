package ai.rhesis.backend.support;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Parameters and experiments of one project, as a client makes them.
public final class Experiments {

    /// A model, a temperature and a mode, each with a default, in the order of the published clients' own tests.
    public static final Map<String, Object> SCHEMA = Map.of(
            "fields",
            List.of(
                    field("model", "string", "gpt-4o-mini", Map.of()),
                    field("temperature", "number", 0.7, Map.of()),
                    field("mode", "enum", "text", Map.of("options", List.of("text", "json")))));

    private final Api api;
    private final String project;

    public Experiments(Api api, String project) {
        this.api = api;
        this.project = project;
    }

    /// A new project that has [#SCHEMA].
    public static Experiments inNewProject(Api api) {
        Experiments made =
                new Experiments(api, api.create("/projects", Map.of("name", "Project " + System.nanoTime())));
        made.put("schema", SCHEMA);
        return made;
    }

    private static Map<String, Object> field(String name, String type, Object value, Map<String, Object> more) {
        Map<String, Object> field = new HashMap<>(more);
        field.put("name", name);
        field.put("type", type);
        field.put("default", Map.of("type", type, "value", value));
        return field;
    }

    /// The same project as another caller has it.
    public Experiments as(Api other) {
        return new Experiments(other, project);
    }

    public String project() {
        return project;
    }

    public String path(String rest) {
        return "/projects/" + project + "/parameters/" + rest;
    }

    public Answer get(String rest) {
        return api.get(path(rest));
    }

    public Answer put(String rest, Object body) {
        return api.put(path(rest), body);
    }

    public Answer make(String name, String visibility) {
        return api.post("/projects/" + project + "/experiments", Map.of("name", name, "visibility", visibility));
    }

    public String shared(String name) {
        return make(name, "shared").id();
    }

    public Answer commit(String experiment, Map<String, ?> values) {
        return api.post("/experiments/" + experiment + "/versions", Map.of("values", values));
    }

    public Answer bind(String environment, String experiment, String version) {
        return put("environments/" + environment, Map.of("experiment_id", experiment, "version", version));
    }

    public Answer resolve(String query) {
        return get("resolve" + query);
    }
}
