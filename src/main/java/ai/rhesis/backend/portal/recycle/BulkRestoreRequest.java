package ai.rhesis.backend.portal.recycle;

import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.problem.Violation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The deleted objects to bring back, each once: a list of ids, or an object that holds one as `ids` or `item_ids`.
record BulkRestoreRequest(SequencedSet<UUID> ids) {

    private static final int MAX_IDS = 100;
    private static final List<String> KEYS = List.of("ids", "item_ids");

    /// Reads a body, which need not be an object as all others are.
    ///
    /// @throws ProblemException 400 for too few or too many, 422 for what is no list of ids
    static BulkRestoreRequest read(String body) {
        try {
            return of(listIn(JsonMapper.shared().readTree(body)));
        } catch (JacksonException noJson) {
            throw noList();
        }
    }

    private static BulkRestoreRequest of(JsonNode list) {
        if (list.isEmpty() || list.size() > MAX_IDS) {
            throw Problem.badRequest("ids", "ids must hold 1 to " + MAX_IDS + " ids")
                    .exception();
        }
        SequencedSet<UUID> ids = new LinkedHashSet<>();
        List<Violation> broken = new ArrayList<>();
        for (int place = 0; place < list.size(); place++) {
            try {
                ids.add(UUID.fromString(list.path(place).asString("")));
            } catch (IllegalArgumentException notOne) {
                broken.add(Violation.ofBody("ids." + place, "uuid_parsing", "must be a UUID"));
            }
        }
        if (!broken.isEmpty()) {
            throw Problem.invalid(broken).exception();
        }
        return new BulkRestoreRequest(ids);
    }

    private static JsonNode listIn(JsonNode body) {
        if (body.isArray()) {
            return body;
        }
        return KEYS.stream()
                .map(body::path)
                .filter(JsonNode::isArray)
                .findFirst()
                .orElseThrow(BulkRestoreRequest::noList);
    }

    private static RuntimeException noList() {
        return Problem.invalid("ids", "must be a list of ids").exception();
    }
}
