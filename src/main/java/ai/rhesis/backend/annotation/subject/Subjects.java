package ai.rhesis.backend.annotation.subject;

import ai.rhesis.backend.platform.persistence.Directory;
import ai.rhesis.backend.platform.persistence.Resources;
import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.problem.Violation;
import ai.rhesis.backend.platform.query.Fields;
import ai.rhesis.backend.platform.query.Link;
import ai.rhesis.backend.platform.query.Restriction;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The subjects that `entity_type` and `entity_id` point at.
@Component
public class Subjects {

    private static final String TYPE = "entity_type";
    private static final String ID = "entity_id";

    private final Directory directory;

    Subjects(Directory directory) {
        this.directory = directory;
    }

    /// Declares the link from objects of a type to the annotations about them, such as comments.
    public static Link linkTo(String name, Class<?> annotation, Class<? extends Subject> type) {
        String typeName = Resources.name(type);
        return Link.toMany(
                name,
                annotation,
                Fields.linked(),
                (subject, about, query, builder) -> builder.and(
                        builder.equal(about.get("entityType"), typeName),
                        builder.equal(about.get("entityId"), subject.get("id"))));
    }

    /// Narrows a list to rows about one living object, which a path names.
    ///
    /// @throws ProblemException 400 on an unknown type, 404 or 410 on an unknown object
    public <T> Restriction<T> about(String type, UUID id) {
        Class<? extends Subject> named =
                find(type).orElseThrow(() -> Problem.notOneOf(TYPE, names()).exception());
        directory.requireLiving(named, id);
        return (root, query, builder) ->
                builder.and(builder.equal(root.get("entityType"), type), builder.equal(root.get("entityId"), id));
    }

    /// Makes sure that the two values of a `body` or `query` point at a living object.
    ///
    /// @throws ProblemException 422 that names the wrong one
    public void require(String origin, @Nullable String type, @Nullable UUID id) {
        if (type == null) {
            throw invalid(origin, TYPE, mustBeOne());
        }
        Class<? extends Subject> named = find(type).orElseThrow(() -> invalid(origin, TYPE, mustBeOne()));
        if (id == null || !directory.isLiving(named, id)) {
            throw invalid(origin, ID, "is not the id of a " + Resources.displayName(named));
        }
    }

    /// Finds the type with this client-facing name.
    Optional<Class<? extends Subject>> find(String name) {
        return directory.typeWith(Subject.class, name);
    }

    List<String> names() {
        return directory.namesWith(Subject.class);
    }

    private String mustBeOne() {
        return "must be one of " + String.join(", ", names());
    }

    private static RuntimeException invalid(String origin, String field, String message) {
        return Problem.invalid(List.of(Violation.at(origin, field, "value_error", message)))
                .exception();
    }
}
