package ai.rhesis.backend.suite.generation.draft;

import ai.rhesis.backend.suite.generation.WrittenCase;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// A line of a pipeline.
///
/// @param type `config_item`, `config_done`, `test`, `tests_done`, `error` or `done`
/// @param phase of an error, `config` or `tests`
@JsonInclude(JsonInclude.Include.NON_NULL)
record PipelineEvent(
        String type,
        @Nullable String category,
        @Nullable String name,
        @Nullable String description,
        @Nullable Boolean active,
        @Nullable Integer index,
        @Nullable WrittenCase test,
        @Nullable String testType,
        @Nullable Integer total,
        @Nullable String phase,
        @Nullable String message) {

    static PipelineEvent item(String category, TestPlan.Item item) {
        return new PipelineEvent(
                "config_item",
                category,
                item.name(),
                item.description(),
                item.active(),
                null,
                null,
                null,
                null,
                null,
                null);
    }

    static PipelineEvent test(int index, WrittenCase test) {
        return new PipelineEvent("test", null, null, null, null, index, test, test.testType(), null, null, null);
    }

    static PipelineEvent total(String type, int total) {
        return new PipelineEvent(type, null, null, null, null, null, null, null, total, null, null);
    }

    static PipelineEvent error(String phase, String message) {
        return new PipelineEvent("error", null, null, null, null, null, null, null, null, phase, message);
    }

    static PipelineEvent done() {
        return new PipelineEvent("done", null, null, null, null, null, null, null, null, null, null);
    }
}
