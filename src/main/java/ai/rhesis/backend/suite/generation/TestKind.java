package ai.rhesis.backend.suite.generation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The kinds of tests: one question, or a conversation.
public enum TestKind {
    SINGLE_TURN("Single-Turn"),
    MULTI_TURN("Multi-Turn");

    /// The spellings in requests.
    public static final String SPELLINGS = "(?i)(single|multi)[-_ ]turn";

    public static final String MESSAGE = "must be Single-Turn or Multi-Turn";

    private final String type;

    TestKind(String type) {
        this.type = type;
    }

    /// Reads a spelling of a request; a single turn when absent.
    public static TestKind of(@Nullable String type) {
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multi") ? MULTI_TURN : SINGLE_TURN;
    }

    @JsonCreator
    static TestKind read(String type) {
        return of(type);
    }

    /// Returns the value of the type lookup.
    @JsonValue
    public String type() {
        return type;
    }
}
