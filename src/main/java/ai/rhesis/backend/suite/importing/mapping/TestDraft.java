package ai.rhesis.backend.suite.importing.mapping;

import ai.rhesis.backend.suite.fileformat.Column;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A test as one row makes it: the body with which a client would create it, with its tags and the name of its status
/// beside it, and what there is to say of the row.
///
/// @param errors what keeps the row from being imported
/// @param warnings what of the row is not taken as it stands
public record TestDraft(ObjectNode test, List<Issue> errors, List<Issue> warnings) {

    public static final String TAGS = TagNames.FIELD;

    static final String METADATA = "test_metadata";
    static final String PROMPT = "prompt";

    private static final String STATUS = "status";

    /// Tells whether nothing could be read of the row, so that there is nothing more to be said of it.
    public boolean isUnreadable() {
        return errors.stream().anyMatch(error -> error.field().isEmpty());
    }

    public boolean isOverSeveralTurns() {
        return test.has(MappingTarget.CONFIGURATION);
    }

    /// Takes this type unless the row says another.
    public void takeType(String type) {
        if (!test.has(Column.TEST_TYPE.header())) {
            test.put(Column.TEST_TYPE.header(), type);
        }
    }

    public @Nullable String statusName() {
        JsonNode status = test.path(STATUS);
        return status.isString() && !status.stringValue().isBlank() ? status.stringValue() : null;
    }

    /// @param id of the status with that name, if the organization has one
    public void takeStatus(Optional<UUID> id) {
        id.ifPresentOrElse(
                known -> test.put("status_id", known.toString()),
                () -> warnings.add(Issue.kept(STATUS, "is not a status of tests; it is left out")));
    }
}
