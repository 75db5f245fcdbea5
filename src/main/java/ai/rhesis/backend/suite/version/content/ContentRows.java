package ai.rhesis.backend.suite.version.content;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The reading of test contents from rows that have their columns.
@Component
public class ContentRows {

    private final JsonMapper json;

    ContentRows(JsonMapper json) {
        this.json = json;
    }

    public TestContent read(ResultSet row) throws SQLException {
        return new TestContent(
                row.getString("category"),
                row.getString("expected_response"),
                List.of((String[]) row.getArray("files").getArray()),
                row.getString("language_code"),
                tree(row.getString("metadata")),
                row.getString("prompt"),
                row.getString("requirement"),
                tree(row.getString("test_configuration")),
                row.getString("test_type"),
                row.getString("topic"));
    }

    private @Nullable JsonNode tree(@Nullable String text) {
        return text == null ? null : json.readTree(text);
    }
}
