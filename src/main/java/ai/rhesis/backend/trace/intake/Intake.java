package ai.rhesis.backend.trace.intake;

import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.problem.ProblemException;
import ai.rhesis.backend.platform.web.body.Element;
import ai.rhesis.backend.trace.span.PlacedSpan;
import ai.rhesis.backend.trace.store.Receipt;
import ai.rhesis.backend.trace.store.SpanProjects;
import ai.rhesis.backend.trace.store.SpanStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The way of a request's spans into the store: bad ones are told, the others kept.
@Component
class Intake {

    private final SpanProjects projects;
    private final SpanStore store;

    Intake(SpanProjects projects, SpanStore store) {
        this.projects = projects;
        this.store = store;
    }

    /// @param header the header `X-Project-Id`
    /// @throws ProblemException 422 where all spans are bad or one is in no project, 403 for a project of others:
    /// then nothing is kept
    IntakeResponse receive(List<Element<SpanRequest>> spans, @Nullable String header) {
        List<Element<SpanRequest>> good =
                spans.stream().filter(span -> span.value() != null).toList();
        if (good.isEmpty()) {
            throw Problem.invalid(SpanBody.violations(spans)).exception();
        }
        List<PlacedSpan> placed = place(good, header);
        Receipt receipt = store.receive(placed);
        return new IntakeResponse(
                receipt.received(), placed.getFirst().span().traceId(), rejected(spans, good, receipt));
    }

    private List<PlacedSpan> place(List<Element<SpanRequest>> good, @Nullable String header) {
        List<UUID> chosen = projects.choose(
                good.stream()
                        .map(span ->
                                new SpanProjects.Named(span.index(), value(span).projectId()))
                        .toList(),
                header);
        List<PlacedSpan> placed = new ArrayList<>(good.size());
        for (int index = 0; index < good.size(); index++) {
            placed.add(new PlacedSpan(chosen.get(index), value(good.get(index)).toSpan()));
        }
        return placed;
    }

    private static List<IntakeResponse.Rejected> rejected(
            List<Element<SpanRequest>> spans, List<Element<SpanRequest>> good, Receipt receipt) {
        return Stream.concat(
                        spans.stream().filter(span -> span.value() == null).map(IntakeResponse.Rejected::of),
                        receipt.refused().stream()
                                .map(refused -> new IntakeResponse.Rejected(
                                        good.get(refused.index()).index(), refused.msg())))
                .toList();
    }

    private static SpanRequest value(Element<SpanRequest> good) {
        return Objects.requireNonNull(good.value());
    }
}
