package ai.rhesis.backend.trace.intake;

import static java.util.stream.Collectors.joining;

import ai.rhesis.backend.platform.web.body.Element;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/// The receipt of spans.
///
/// @param spanCount how many spans are well: kept now or before, or left out by sampling
/// @param traceId of the first of them
/// @param rejected the others; absent where there are none
record IntakeResponse(
        String status,
        int spanCount,
        String traceId,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Rejected> rejected) {

    private static final String RECEIVED = "received";

    IntakeResponse(int spanCount, String traceId, List<Rejected> rejected) {
        this(RECEIVED, spanCount, traceId, rejected);
    }

    /// A span that is not kept.
    ///
    /// @param index its place in the request
    /// @param msg the fields that are wrong, and why
    record Rejected(int index, String msg) {

        static Rejected of(Element<?> bad) {
            return new Rejected(
                    bad.index(),
                    bad.violations().stream()
                            .map(violation -> violation.field() + ": " + violation.msg())
                            .collect(joining("; ")));
        }
    }
}
