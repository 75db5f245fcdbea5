package ai.rhesis.backend.workspace.parameter;

import ai.rhesis.backend.platform.web.Revisioned;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;

/// The parameters of a project as a client reads them, with every key.
record ParameterSchemaResponse(
        List<ParameterField> fields, @JsonIgnore long revision) implements Revisioned {

    static ParameterSchemaResponse of(StoredSchema stored) {
        return new ParameterSchemaResponse(stored.schema().fields(), stored.version());
    }
}
