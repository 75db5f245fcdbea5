package ai.rhesis.backend.suite.importing.mapping;

import ai.rhesis.backend.platform.persistence.StorableText;
import ai.rhesis.backend.platform.problem.Violation;
import ai.rhesis.backend.suite.fileformat.Column;
import java.util.Map;

/// An error in a field of a row, or a remark about it.
///
/// @param field the target of a mapping, or the column where it has none; empty for the row as a whole
public record Issue(String type, String field, String message) {

    private static final String UNFIT = "value_error";
    private static final String KEPT = "not_supported";

    // where a body has its parts inside others, a mapping names them alone
    private static final Map<String, String> PARTS = Map.of(
            "prompt", Column.PROMPT_CONTENT.header(),
            "prompt.content", Column.PROMPT_CONTENT.header(),
            "prompt.expected_response", Column.EXPECTED_RESPONSE.header(),
            "prompt.language_code", Column.LANGUAGE_CODE.header());

    public Issue {
        field = StorableText.of(field);
    }

    static Issue unfit(String field, String message) {
        return new Issue(UNFIT, field, message);
    }

    static Issue kept(String field, String message) {
        return new Issue(KEPT, field, message);
    }

    public static Issue of(Violation violation) {
        String field = violation
                .field()
                .replaceFirst("^test_configuration\\.", "")
                .replaceFirst("^" + TestDraft.METADATA, MappingTarget.METADATA)
                .replaceFirst("^(category|topic|requirement|test_type)\\.name$", "$1");
        return new Issue(violation.type(), PARTS.getOrDefault(field, field), violation.msg());
    }
}
