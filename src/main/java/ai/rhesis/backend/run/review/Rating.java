package ai.rhesis.backend.run.review;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The verdict of a person.
public enum Rating {
    PASS("Pass", Set.of("pass", "passed", "success", "successful")),
    FAIL("Fail", Set.of("fail", "failed"));

    private final String text;
    private final Set<String> statuses;

    Rating(String text, Set<String> statuses) {
        this.text = text;
        this.statuses = statuses;
    }

    /// Finds the verdict that a status is called like.
    static Optional<Rating> named(String status) {
        String key = status.strip().toLowerCase(Locale.ROOT);
        return Set.of(values()).stream()
                .filter(rating -> rating.statuses.contains(key))
                .findFirst();
    }

    public static Rating of(boolean passes) {
        return passes ? PASS : FAIL;
    }

    static Rating of(String text) {
        return of(text.equals(PASS.text));
    }

    public boolean passes() {
        return this == PASS;
    }

    @JsonValue
    @Override
    public String toString() {
        return text;
    }
}
