package ai.rhesis.backend.trace.remap;

import ai.rhesis.backend.platform.tenancy.InScope;
import ai.rhesis.backend.platform.tenancy.Tenant;
import ai.rhesis.backend.trace.store.reread.Outdated;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The spans that a client wants read anew: all that an earlier version has read, where it says nothing else.
record SpanRemapRequest(
        @InScope @Nullable UUID projectId,

        @Nullable @Size(min = 1, max = MAX_TRACES)
        List<@NotNull @Pattern(regexp = TRACE_ID, message = "must be 32 hexadecimal digits") String> traceIds,

        @Nullable @Min(1) Integer beforeVersion) {

    static final int MAX_TRACES = 1_000;

    private static final String TRACE_ID = "[0-9a-fA-F]{32}";
    private static final SpanRemapRequest OF_ALL = new SpanRemapRequest(null, null, null);

    static SpanRemapRequest orDefault(@Nullable SpanRemapRequest request) {
        return request == null ? OF_ALL : request;
    }

    /// @param today the version before which spans are outdated
    Outdated outdated(int today) {
        return new Outdated(
                projectId == null ? Tenant.current().projectId() : projectId,
                traceIds == null
                        ? null
                        : traceIds.stream()
                                .map(id -> id.toLowerCase(Locale.ROOT))
                                .toList(),
                Objects.requireNonNullElse(beforeVersion, today));
    }
}
