package ai.rhesis.backend.endpoint;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The scopes that a token is asked for, as they are stored: a type of their own, because Hibernate keeps one way
/// of storing for all lists of texts, and those of metrics are no JSON.
record Scopes(@JsonValue List<String> all) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    Scopes {}

    static @Nullable Scopes of(@Nullable List<String> scopes) {
        return scopes == null ? null : new Scopes(scopes);
    }
}
