package ai.rhesis.backend.portal.usage;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// The resources whose usage is told: flows, which are counted by the month, and stocks, which are there or not.
enum UsageResource {
    TEST_EXECUTIONS(Kind.FLOW),
    TRACING_SPANS(Kind.FLOW),
    TEST_GENERATION(Kind.FLOW),
    MODEL_TOKENS(Kind.FLOW),
    SEATS(Kind.STOCK),
    PROJECTS(Kind.STOCK),
    ENDPOINTS(Kind.STOCK);

    private final Kind kind;

    UsageResource(Kind kind) {
        this.kind = kind;
    }

    Kind kind() {
        return kind;
    }

    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The kind of a resource.
    enum Kind {
        FLOW,
        STOCK;

        @JsonValue
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
