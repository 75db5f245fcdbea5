package ai.rhesis.backend.trace.intake;

import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.problem.ProblemException;
import ai.rhesis.backend.platform.problem.Violation;
import ai.rhesis.backend.platform.web.body.Element;
import ai.rhesis.backend.platform.web.body.StreamedBody;
import java.util.List;
import org.springframework.http.HttpStatus;

/// Bodies that hold spans.
final class SpanBody {

    static final int MAX_SPANS = 1_000;

    private static final int MAX_MEGABYTES = 5;
    private static final int MAX_VIOLATIONS = 100;
    private static final String SPANS = "spans";

    private SpanBody() {}

    /// Reads the spans, good and bad ones. Characters that can't be stored are replaced: a model may say anything.
    ///
    /// @throws ProblemException 422 where there are none, 413 for more than 1,000 spans or 5 MB
    static List<Element<SpanRequest>> read(StreamedBody body) {
        List<Element<SpanRequest>> spans = body.readLenient(SPANS, SpanRequest.class, MAX_MEGABYTES);
        if (spans.isEmpty()) {
            throw Problem.invalid(SPANS, "must hold at least one span").exception();
        }
        if (spans.size() > MAX_SPANS) {
            throw Problem.of(HttpStatus.CONTENT_TOO_LARGE, "A request holds at most %,d spans".formatted(MAX_SPANS))
                    .with("field", SPANS)
                    .exception();
        }
        return spans.stream().map(SpanBody::checked).toList();
    }

    static List<Violation> violations(List<Element<SpanRequest>> spans) {
        return spans.stream()
                .flatMap(span -> span.violations().stream().map(violation -> violation.within(SPANS, span.index())))
                .limit(MAX_VIOLATIONS)
                .toList();
    }

    /// Adds the rule over two fields, which the record itself can't name.
    private static Element<SpanRequest> checked(Element<SpanRequest> span) {
        SpanRequest value = span.value();
        return value == null || !value.endTime().isBefore(value.startTime())
                ? span
                : new Element<>(
                        span.index(),
                        null,
                        List.of(Violation.ofBody("end_time", "value_error", "must not be before start_time")));
    }
}
