package ai.rhesis.backend.integration.endpoint.mapping;

import ai.rhesis.backend.integration.chat.Answer;
import ai.rhesis.backend.integration.template.JsonPaths;
import ai.rhesis.backend.integration.template.Template;
import ai.rhesis.backend.integration.template.TemplateException;
import ai.rhesis.backend.integration.template.Values;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Outputs and where in an answer they are: a JSONPath (`$.choices[0].message.content`), a template over the answer, or
/// any nesting of both; other texts stand for themselves.
public final class ResponseMapping {

    private ResponseMapping() {}

    /// @throws MappingException at the first text that is neither path nor template
    public static void check(JsonNode mapping) {
        check(Pointer.ROOT, mapping);
    }

    private static void check(Pointer place, JsonNode node) {
        if (node.isString()) {
            check(place, node.stringValue());
        } else if (node.isArray()) {
            for (int index = 0; index < node.size(); index++) {
                check(place.item(index), node.get(index));
            }
        } else {
            node.forEachEntry((name, value) -> check(place.member(name), value));
        }
    }

    private static void check(Pointer place, String text) {
        try {
            if (isPath(text)) {
                JsonPaths.check(text.strip());
            }
        } catch (TemplateException mistake) {
            throw place.mistake(mistake);
        }
        TemplatedText.check(place, text);
    }

    /// Maps the answer to a question. Without a mapping, its outputs are the keys of the same names, or the whole
    /// answer where there is none of them.
    ///
    /// @throws MappingException where a path or a template does not fit
    public static Answer map(@Nullable JsonNode mapping, Document document) {
        return new MappedOutput(mapping == null ? defaultOutputs(document) : outputs(mapping, document), document)
                .answer();
    }

    private static Map<String, @Nullable Object> defaultOutputs(Document document) {
        Map<String, @Nullable Object> outputs = new LinkedHashMap<>();
        document.variables().forEach((name, value) -> {
            if (MappedOutput.KNOWN.contains(name)) {
                outputs.put(name, value);
            }
        });
        if (outputs.isEmpty()) {
            outputs.put(MappedOutput.OUTPUT, document.content());
        }
        return outputs;
    }

    private static Map<String, @Nullable Object> outputs(JsonNode mapping, Document document) {
        Map<String, @Nullable Object> outputs = new LinkedHashMap<>();
        mapping.forEachEntry((name, value) -> outputs.put(name, value(Pointer.ROOT.member(name), value, document)));
        return outputs;
    }

    private static @Nullable Object value(Pointer place, JsonNode node, Document document) {
        if (node.isString()) {
            return value(place, node.stringValue(), document);
        }
        if (node.isObject()) {
            Map<String, @Nullable Object> members = new LinkedHashMap<>();
            node.forEachEntry((name, member) -> members.put(name, value(place.member(name), member, document)));
            return members;
        }
        if (node.isArray()) {
            return IntStream.range(0, node.size())
                    .<@Nullable Object>mapToObj(index -> value(place.item(index), node.get(index), document))
                    .toList();
        }
        return Values.of(node);
    }

    private static @Nullable Object value(Pointer place, String text, Document document) {
        try {
            if (isPath(text)) {
                return JsonPaths.read(text.strip(), document.content());
            }
            return TemplatedText.isTemplate(text)
                    ? Template.of(text).render(document.variables(), document.content())
                    : (Object) text;
        } catch (TemplateException unfit) {
            throw place.mistake(unfit);
        }
    }

    private static boolean isPath(String text) {
        String path = text.strip();
        return !TemplatedText.isTemplate(path) && (path.equals("$") || path.startsWith("$.") || path.startsWith("$["));
    }
}
