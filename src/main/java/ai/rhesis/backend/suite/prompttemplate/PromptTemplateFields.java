package ai.rhesis.backend.suite.prompttemplate;

import static ai.rhesis.backend.platform.query.Field.bool;
import static ai.rhesis.backend.platform.query.Field.longText;
import static ai.rhesis.backend.platform.query.Field.uuid;

import ai.rhesis.backend.platform.query.Fields;

/// The fields by which templates are filtered and sorted.
final class PromptTemplateFields {

    static final Fields ALL = Fields.of(
                    "prompt_templates",
                    10,
                    longText("content"),
                    uuid("category_id").indexed(),
                    uuid("topic_id").indexed(),
                    uuid("parent_id").indexed(),
                    longText("language_code"),
                    bool("is_summary"),
                    uuid("source_id").indexed(),
                    uuid("status_id").indexed())
            .owned();

    private PromptTemplateFields() {}
}
