package ai.rhesis.backend.integration.chat;

import ai.rhesis.backend.platform.persistence.BaseEntity;
import org.jspecify.annotations.Nullable;

/// The circumstances of a call that its trace tells.
///
/// @param traceId of the trace that the call belongs to, 32 lower-case hexadecimal digits; null when it leaves none
/// @param test null outside runs
public record CallContext(
        @Nullable String traceId, @Nullable TestContext test) {

    /// The context of a call that leaves no trace.
    public static final CallContext UNTRACED = new CallContext(null, null);

    /// Returns the same without a trace.
    public CallContext untraced() {
        return new CallContext(null, test);
    }

    /// Begins a trace, whose id is in the order of time as other ids are.
    ///
    /// @param test null outside runs
    public static CallContext begin(@Nullable TestContext test) {
        return new CallContext(BaseEntity.newId().toString().replace("-", ""), test);
    }
}
