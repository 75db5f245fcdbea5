package ai.rhesis.backend.integration.endpoint.mapping;

import ai.rhesis.backend.integration.template.Template;
import ai.rhesis.backend.integration.template.TemplateException;
import ai.rhesis.backend.integration.template.Values;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// JSON whose texts are templates. One that is exactly one expression keeps the type of its value, and its key is
/// left out where it has none; `{{ x | tojson }}` is null then.
public final class RequestMapping {

    /// The key of a mapping that is one template for the whole body.
    public static final String BODY = "__body__";

    private static final String SYSTEM_PROMPT = "system_prompt";
    private static final Pattern ASKS_FOR_NULL = Pattern.compile("(?s).*\\|\\s*tojson\\s*(\\(\\s*\\))?\\s*-?}}\\s*");
    private static final Pattern USES_MESSAGES = Pattern.compile("\\{[{%][^}]*\\b" + Variables.MESSAGES + "\\b");
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final JsonNode DEFAULT_MAPPING =
            NODES.objectNode().put("input", "{{ input }}").put("conversation_id", "{{ conversation_id }}");

    private RequestMapping() {}

    /// @throws MappingException at the first text that is no template
    public static void check(JsonNode mapping) {
        check(Pointer.ROOT, mapping);
    }

    private static void check(Pointer place, JsonNode node) {
        if (node.isString()) {
            TemplatedText.check(place, node.stringValue());
        } else if (node.isArray()) {
            for (int index = 0; index < node.size(); index++) {
                check(place.item(index), node.get(index));
            }
        } else {
            node.forEachEntry((name, value) -> check(place.member(name), value));
        }
    }

    /// Tells whether one of its templates can use the variable.
    public static boolean canUse(JsonNode mapping, String variable) {
        return mapping.isString()
                ? TemplatedText.canUse(mapping.stringValue(), variable)
                : mapping.valueStream().anyMatch(value -> canUse(value, variable));
    }

    /// Renders the body of a request; without a mapping `{"input": …}`, with the conversation where there is one.
    ///
    /// @throws MappingException where it can't be rendered
    public static JsonNode render(@Nullable JsonNode mapping, Variables variables) {
        JsonNode template = mapping == null ? DEFAULT_MAPPING : mapping;
        if (template.path(BODY).isString()) {
            return NODES.stringNode(raw(template.path(BODY).stringValue(), variables));
        }
        return isInstructing(template)
                ? node(
                        Pointer.ROOT,
                        without(template, SYSTEM_PROMPT),
                        variables.instructed(TemplatedText.render(
                                template.path(SYSTEM_PROMPT).stringValue(), variables)))
                : node(Pointer.ROOT, template, variables);
    }

    /// Tells whether a mapping has a system prompt beside its messages, which then becomes the first of them.
    private static boolean isInstructing(JsonNode mapping) {
        return mapping.path(SYSTEM_PROMPT).isString()
                && USES_MESSAGES.matcher(mapping.toString()).find();
    }

    private static JsonNode without(JsonNode mapping, String key) {
        ObjectNode rest = NODES.objectNode();
        mapping.forEachEntry((name, value) -> {
            if (!name.equals(key)) {
                rest.set(name, value);
            }
        });
        return rest;
    }

    private static String raw(String body, Variables variables) {
        try {
            return Template.of(body).renderJson(variables.values());
        } catch (TemplateException mistake) {
            throw Pointer.ROOT.member(BODY).mistake(mistake);
        }
    }

    private static JsonNode node(Pointer place, JsonNode node, Variables variables) {
        return switch (node) {
            case ObjectNode object -> object(place, object, variables);
            case ArrayNode array -> array(place, array, variables);
            default ->
                node.isString() ? Values.toJson(TemplatedText.render(place, node.stringValue(), variables)) : node;
        };
    }

    private static JsonNode object(Pointer place, ObjectNode object, Variables variables) {
        ObjectNode rendered = NODES.objectNode();
        object.forEachEntry((name, value) -> {
            JsonNode member = node(place.member(name), value, variables);
            if (!member.isNull() || isMeant(value)) {
                rendered.set(name, member);
            }
        });
        return rendered;
    }

    private static boolean isMeant(JsonNode template) {
        return template.isNull() || ASKS_FOR_NULL.matcher(template.asString("")).matches();
    }

    private static JsonNode array(Pointer place, ArrayNode array, Variables variables) {
        ArrayNode rendered = NODES.arrayNode();
        for (int index = 0; index < array.size(); index++) {
            rendered.add(node(place.item(index), array.get(index), variables));
        }
        return rendered;
    }
}
