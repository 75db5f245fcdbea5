package ai.rhesis.backend.suite.importing.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Choices of a question: texts with the labels that an answer may name instead.
record ChoiceList(List<String> labels, List<String> texts) {

    private static final int MAX_CHOICES = 26;
    private static final Pattern LABEL = Pattern.compile("\\(?([A-Za-z]|[0-9]{1,2})[).]?");

    /// Reads choices: a list of texts, lists of texts and labels, objects with both, or texts by label. Null where
    /// there are none.
    static @Nullable ChoiceList of(JsonNode value) {
        ChoiceList list = new ChoiceList(new ArrayList<>(), new ArrayList<>());
        switch (value) {
            case ArrayNode items -> items.forEach(item -> list.add(item.path("label"), item));
            case ObjectNode parts
            when parts.path("text") instanceof ArrayNode texts -> {
                JsonNode labels = parts.path("label");
                texts.forEach(text -> list.add(labels.path(list.texts.size()), text));
            }
            case ObjectNode parts ->
                parts.properties().forEach(part -> {
                    list.labels.add(part.getKey());
                    list.texts.add(part.getValue().asString(""));
                });
            default -> {
                return null;
            }
        }
        boolean isReadable = list.texts.stream().noneMatch(String::isBlank);
        return isReadable && list.texts.size() > 1 && list.texts.size() <= MAX_CHOICES ? list : null;
    }

    private void add(JsonNode label, JsonNode text) {
        labels.add(label.asString(String.valueOf((char) ('A' + labels.size()))));
        texts.add(text.isObject() ? text.path("text").asString("") : text.asString(""));
    }

    /// Finds the choice that an answer names by its label or place, from 0; null where it does not.
    @Nullable
    String named(JsonNode answer) {
        Matcher label = LABEL.matcher(answer.asString("").strip());
        if (!label.matches() || texts.contains(label.group(1))) {
            return null;
        }
        for (int place = 0; place < texts.size(); place++) {
            if (labels.get(place).equalsIgnoreCase(label.group(1))) {
                return texts.get(place);
            }
        }
        boolean isPlace = Character.isDigit(label.group(1).charAt(0));
        int place = isPlace ? Integer.parseInt(label.group(1)) : texts.size();
        return place < texts.size() ? texts.get(place) : null;
    }
}
