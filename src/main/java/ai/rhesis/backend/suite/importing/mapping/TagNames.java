package ai.rhesis.backend.suite.importing.mapping;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/// The names of tags in a value: a list of names or of objects with one, or a text with commas or semicolons between
/// them.
record TagNames(List<String> names, List<Issue> errors) {

    static final String FIELD = "tags";
    private static final int MAX_LENGTH = 255;

    static TagNames of(JsonNode value) {
        TagNames tags = new TagNames(new ArrayList<>(), new ArrayList<>());
        if (value instanceof ArrayNode list) {
            list.forEach(tag -> tags.add(tag.isObject() ? tag.path("name").asString("") : tag.asString("")));
        } else if (value.isContainer()) {
            tags.errors.add(Issue.unfit(FIELD, "must be a list of names"));
        } else {
            for (String name : value.asString().split("[,;]")) {
                tags.add(name);
            }
        }
        return tags;
    }

    private void add(String name) {
        if (name.length() > MAX_LENGTH) {
            errors.add(Issue.unfit(FIELD, "each has %d characters at most".formatted(MAX_LENGTH)));
        } else if (!name.isBlank()) {
            names.add(name.strip());
        }
    }
}
