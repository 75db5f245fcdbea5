package ai.rhesis.backend.platform.web.body;

import ai.rhesis.backend.platform.compute.RequestTurns;
import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.problem.ProblemException;
import ai.rhesis.backend.platform.problem.Violation;
import ai.rhesis.backend.platform.web.IfMatch;
import jakarta.validation.Validator;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The binding of JSON to validated records. One problem names every bad field.
@Component
public class JsonBinder {

    static final int MAX_VIOLATIONS = 100;
    private static final int MEGABYTES = 10;

    private final JsonMapper json;
    private final Validator validator;
    private final RequestTurns turns;

    JsonBinder(JsonMapper json, Validator validator, RequestTurns turns) {
        this.json = json.rebuild()
                .addModule(ExactNumbers.module())
                .addModule(StorableTimes.module())
                .addHandler(UnknownKeys.HANDLER)
                .build();
        this.validator = validator;
        this.turns = turns;
    }

    ObjectNode tree(Object object) {
        return json.valueToTree(object);
    }

    ObjectNode newTree() {
        return json.createObjectNode();
    }

    /// Begins to read a body of many objects.
    JsonParser parser(InputStream body) {
        return json.createParser(LongBody.ofMany(body, turns));
    }

    /// @throws ProblemException 422 that says where the text stops being a JSON object
    ObjectNode parse(InputStream body) {
        return object(LongBody.ofOne(BoundedBody.of(body, MEGABYTES), turns));
    }

    /// Reads a body of many objects at once. Its bound is the caller's.
    ///
    /// @throws ProblemException 422 that says where the text stops being a JSON object
    ObjectNode parseMany(InputStream bounded) {
        return object(LongBody.ofMany(bounded, turns));
    }

    private ObjectNode object(InputStream body) {
        try (JsonParser parser = json.createParser(body)) {
            return object(parser);
        } catch (JacksonException unreadable) {
            throw UnreadableBody.problem(unreadable).exception();
        }
    }

    private ObjectNode object(JsonParser parser) {
        try {
            if (json.readTree(parser) instanceof ObjectNode object && parser.nextToken() == null) {
                return object;
            }
            throw notAnObject();
        } catch (StreamConstraintsException | NumberFormatException excessive) {
            throw UnreadableBody.excessive(parser).exception();
        }
    }

    static ProblemException notAnObject() {
        return Problem.invalid("", "a JSON object is required").exception();
    }

    /// Makes a change of keys that no client sent.
    ///
    /// @param version of the object that is changed
    public <R> Patch<R> patch(ObjectNode keys, Class<R> type, long version) {
        return new Patch<>(keys, type, IfMatch.of(version), this);
    }

    /// @throws ProblemException 422 that names every bad field at once
    public <R> R bind(JsonNode tree, Class<R> type) {
        return bind(tree, json.constructType(type));
    }

    /// @throws ProblemException 422 that names every bad field at once
    <R> R bind(JsonNode tree, JavaType type) {
        List<Violation> violations = new ArrayList<>();
        R bound = bind(tree, type, violations);
        if (bound == null) {
            throw Problem.invalid(violations).exception();
        }
        return bound;
    }

    /// Binds one of many objects. A bad one does not end the request.
    public <R> Element<R> element(JsonNode tree, Class<R> type, int index) {
        List<Violation> violations = new ArrayList<>();
        R bound = bind(tree, json.constructType(type), violations);
        return new Element<>(index, bound, violations);
    }

    private <R> @Nullable R bind(JsonNode tree, JavaType type, List<Violation> violations) {
        if (!tree.isObject()) {
            violations.add(Violation.ofBody("", "type_error", "must be an object"));
            return null;
        }
        if (!UnstorableValues.find(tree, violations)) {
            return null;
        }
        UnknownKeys unknown = new UnknownKeys();
        R bound = read(tree, type, unknown, violations);
        violations.addAll(unknown.told());
        if (bound != null) {
            violations.addAll(brokenRules(bound, violations));
        }
        return violations.isEmpty() ? bound : null;
    }

    private List<Violation> brokenRules(Object bound, List<Violation> found) {
        return validator.validate(bound).stream()
                .map(BindingErrors::violation)
                .filter(rule ->
                        found.stream().noneMatch(earlier -> earlier.loc().equals(rule.loc())))
                .sorted(Comparator.comparing(violation -> violation.loc().toString()))
                .toList();
    }

    /// Takes out what doesn't fit and tries again, so that one bad field doesn't hide the next; null if it can't.
    private <R> @Nullable R read(JsonNode tree, JavaType type, UnknownKeys unknown, List<Violation> violations) {
        ObjectReader reader = json.readerFor(type).withAttribute(UnknownKeys.class, unknown);
        while (true) {
            try {
                return reader.readValue(json.treeAsTokens(tree));
            } catch (JacksonException failure) {
                violations.add(BindingErrors.violation(failure));
                if (violations.size() >= MAX_VIOLATIONS || !BindingErrors.remove(tree, failure.getPath())) {
                    return null;
                }
            }
        }
    }
}
