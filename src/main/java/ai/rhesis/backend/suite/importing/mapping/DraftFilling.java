package ai.rhesis.backend.suite.importing.mapping;

import ai.rhesis.backend.suite.fileformat.Column;
import ai.rhesis.backend.suite.fileformat.PromptfooText;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A draft that is filled column by column.
final class DraftFilling {

    private static final String CONTENT = "content";

    private final boolean isTable;
    private final ObjectNode test = JsonNodeFactory.instance.objectNode();
    private final DraftAssertions assertions = new DraftAssertions();
    private final List<Issue> errors = new ArrayList<>();
    private final List<Issue> warnings = new ArrayList<>();
    private boolean hasReference;
    private String expectedColumn = Column.EXPECTED_RESPONSE.header();

    /// @param isTable whether objects are written as texts
    DraftFilling(boolean isTable) {
        this.isTable = isTable;
    }

    /// Notes an error of the row.
    void refuse(Issue error) {
        errors.add(error);
    }

    /// Notes a warning about the row.
    void remark(Issue warning) {
        warnings.add(warning);
    }

    /// Puts a value where its column goes.
    ///
    /// @param column the name in the file, for messages
    void put(MappingTarget target, String column, JsonNode value) {
        switch (target.name()) {
            case MappingTarget.METADATA -> putMetadata(target, column, value);
            case MappingTarget.VARS ->
                metadata().withObject("/" + MappingTarget.VARS).set(String.valueOf(target.key()), value);
            case MappingTarget.ASSERTION -> assertions.add(value);
            case MappingTarget.CONFIGURATION -> putParts(MappingTarget.CONFIGURATION, column, value);
            case MappingTarget.TEST -> putTest(column, value);
            default -> Column.of(target.name()).ifPresent(known -> put(known, column, value));
        }
    }

    private void put(Column column, String name, JsonNode value) {
        switch (column) {
            case PROMPT_CONTENT -> putPrompt(name, value);
            case EXPECTED_RESPONSE -> putExpected(name, value);
            case LANGUAGE_CODE -> putText(test.withObject("/" + TestDraft.PROMPT), column, value);
            case GOAL, INSTRUCTIONS, RESTRICTIONS, SCENARIO -> putText(configuration(), column, value);
            case CONTEXT -> configuration().set(column.header(), isTable ? FoundText.parsed(value) : value);
            case MIN_TURNS, MAX_TURNS -> configuration().set(column.header(), value);
            case PRIORITY -> test.set(column.header(), value);
            case TAGS -> putTags(value);
            default -> putText(test, column, value);
        }
    }

    private ObjectNode configuration() {
        return test.withObject("/" + MappingTarget.CONFIGURATION);
    }

    private ObjectNode metadata() {
        return test.withObject("/" + TestDraft.METADATA);
    }

    /// Takes the first of several inputs and keeps all of them.
    private void putPrompt(String column, JsonNode value) {
        if (value instanceof ObjectNode parts && parts.has(CONTENT)) {
            putParts(TestDraft.PROMPT, Column.PROMPT_CONTENT.header(), parts);
        } else if (value.isArray() && FoundText.in(value) == null) {
            errors.add(Issue.unfit(Column.PROMPT_CONTENT.header(), "must be a text"));
        } else {
            test.withObject("/" + TestDraft.PROMPT).put(CONTENT, FoundText.orJson(value));
            if (keep(column, value) && value.isArray() && value.size() > 1) {
                warnings.add(Issue.kept(
                        Column.PROMPT_CONTENT.header(), "is the first of several; all of them stay in metadata"));
            }
        }
    }

    /// Keeps a value of which only a text is taken.
    private boolean keep(String column, JsonNode value) {
        boolean isMore = FoundText.isMore(value) && FoundText.in(value) != null;
        if (isMore) {
            metadata().set(column, value);
        }
        return isMore;
    }

    /// Takes the first of several references and keeps all of them.
    private void putExpected(String column, JsonNode value) {
        JsonNode written = isTable && FoundText.isListed(column) ? FoundText.listed(value) : value;
        if (written.isArray() && written.isEmpty()) {
            return;
        }
        test.withObject("/" + TestDraft.PROMPT).put(Column.EXPECTED_RESPONSE.header(), FoundText.orJson(written));
        keep(column, written);
        expectedColumn = column;
    }

    private void putText(ObjectNode object, Column column, JsonNode value) {
        JsonNode text = FoundText.named(value, column == Column.TEST_TYPE ? "type_value" : "name");
        if (text.isContainer()) {
            errors.add(Issue.unfit(column.header(), "must be a text"));
        } else {
            object.put(column.header(), text.asString());
        }
    }

    /// Lays an object, which a table holds as JSON, over what is there.
    private void putParts(String key, String column, JsonNode value) {
        if ((isTable ? FoundText.parsed(value) : value) instanceof ObjectNode parts) {
            test.withObject("/" + key).setAll(parts);
        } else {
            errors.add(Issue.unfit(column, "must be a JSON object"));
        }
    }

    private void putTest(String column, JsonNode value) {
        if (!(value instanceof ObjectNode parts)) {
            errors.add(Issue.unfit(column, "must be an object"));
            return;
        }
        parts.properties().forEach(entry -> {
            MappingTarget target = MappingTarget.of(entry.getKey());
            if (entry.getValue().isNull()) {
                hasReference |= entry.getKey().equals(Column.EXPECTED_RESPONSE.header());
            } else if (target != null && !target.name().equals(MappingTarget.TEST)) {
                put(target, column + "." + entry.getKey(), entry.getValue());
            }
        });
    }

    private void putMetadata(MappingTarget target, String column, JsonNode value) {
        if (target.key() != null) {
            metadata().set(target.key(), isTable && FoundText.isListed(column) ? FoundText.listed(value) : value);
        } else if (FoundText.parsed(value) instanceof ObjectNode object) {
            metadata().setAll(object);
        } else {
            metadata().set(column, value);
            warnings.add(Issue.kept(column, "is not a JSON object; it stays as a text in metadata"));
        }
    }

    private void putTags(JsonNode value) {
        TagNames tags = TagNames.of(FoundText.parsed(value));
        ArrayNode all = test.withArray("/" + TestDraft.TAGS);
        tags.names().forEach(all::add);
        errors.addAll(tags.errors());
    }

    /// Ends the draft with what follows from several columns together.
    TestDraft finish() {
        assertions.finish(test, hasReference);
        takePrompt();
        return new TestDraft(test, errors, warnings);
    }

    private void takePrompt() {
        JsonNode prompt = test.path(TestDraft.PROMPT);
        if (prompt.isObject() && !prompt.has(CONTENT) && test.has(MappingTarget.CONFIGURATION)) {
            JsonNode expected = prompt.path(Column.EXPECTED_RESPONSE.header());
            if (!expected.isMissingNode()) {
                metadata().putIfAbsent(expectedColumn, expected);
                warnings.add(Issue.kept(
                        Column.EXPECTED_RESPONSE.header(),
                        "stays in metadata: a test over several turns has no prompt with an answer"));
            }
            test.remove(TestDraft.PROMPT);
        }
        if (prompt.path(CONTENT).asString("").startsWith(PromptfooText.FILE)) {
            warnings.add(Issue.kept(
                    Column.PROMPT_CONTENT.header(), "names a file, which is never read; the name stays as a text"));
        }
    }
}
