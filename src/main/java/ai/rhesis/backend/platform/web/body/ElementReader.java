package ai.rhesis.backend.platform.web.body;

import ai.rhesis.backend.platform.problem.Violation;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A reader that goes once through a body, keeps the objects of one array and returns the other keys.
class ElementReader<R> {

    private final JsonBinder binder;
    private final String key;
    private final Class<R> type;
    private final int maxCount;
    private final List<Element<R>> elements = new ArrayList<>();
    private boolean isArray;
    private int count;

    ElementReader(JsonBinder binder, String key, Class<R> type, int maxCount) {
        this.binder = binder;
        this.key = key;
        this.type = type;
        this.maxCount = maxCount;
    }

    List<Element<R>> elements() {
        return elements;
    }

    List<Violation> violations() {
        if (!isArray) {
            return List.of(Violation.ofBody(key, "type_error", "must be an array"));
        }
        return count <= maxCount
                ? List.of()
                : List.of(Violation.ofBody(key, "size", "size must be between 0 and " + maxCount));
    }

    /// @throws ProblemException 422 that says where the text stops being a JSON object
    ObjectNode read(InputStream body) {
        try (JsonParser parser = binder.parser(body)) {
            return read(parser);
        } catch (JacksonException unreadable) {
            throw UnreadableBody.problem(unreadable).exception();
        }
    }

    private ObjectNode read(JsonParser parser) {
        try {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw JsonBinder.notAnObject();
            }
            ObjectNode head = binder.newTree();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                readKey(parser, head);
            }
            if (parser.nextToken() != null) {
                throw JsonBinder.notAnObject();
            }
            return head;
        } catch (StreamConstraintsException | NumberFormatException excessive) {
            throw UnreadableBody.excessive(parser).exception();
        }
    }

    private void readKey(JsonParser parser, ObjectNode head) {
        String name = parser.currentName();
        boolean startsArray = parser.nextToken() == JsonToken.START_ARRAY;
        if (!name.equals(key)) {
            head.set(name, parser.<JsonNode>readValueAsTree());
        } else if (startsArray) {
            readElements(parser);
        } else {
            isArray = false;
            parser.skipChildren();
        }
    }

    /// Goes on to the end after too many, so that the client gets to read why.
    private void readElements(JsonParser parser) {
        isArray = true;
        count = 0;
        elements.clear();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (count < maxCount) {
                elements.add(binder.element(parser.readValueAsTree(), type, count));
            } else {
                parser.skipChildren();
            }
            count++;
        }
    }
}
