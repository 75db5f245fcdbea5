package ai.rhesis.backend.portal.explorer.suggestion;

import ai.rhesis.backend.integration.endpoint.EndpointSnapshot;
import ai.rhesis.backend.integration.provider.ModelSnapshot;
import ai.rhesis.backend.metric.metric.MetricSnapshot;
import ai.rhesis.backend.platform.web.body.LineWriter;
import ai.rhesis.backend.portal.explorer.GivenAnswer;
import ai.rhesis.backend.portal.explorer.suggestion.SuggestionAnswers.Asked;
import ai.rhesis.backend.portal.explorer.suggestion.SuggestionLine.AllWrittenLine;
import ai.rhesis.backend.portal.explorer.suggestion.SuggestionLine.DoneLine;
import ai.rhesis.backend.portal.explorer.suggestion.SuggestionLine.EmbeddedLine;
import ai.rhesis.backend.portal.explorer.suggestion.SuggestionLine.ErrorLine;
import ai.rhesis.backend.portal.explorer.suggestion.SuggestionLine.OutputLine;
import ai.rhesis.backend.portal.explorer.suggestion.SuggestionLine.OutputsLine;
import ai.rhesis.backend.portal.explorer.suggestion.SuggestionLine.VerdictLine;
import ai.rhesis.backend.portal.explorer.suggestion.SuggestionLine.VerdictsLine;
import ai.rhesis.backend.portal.explorer.suggestion.SuggestionLine.WrittenLine;
import ai.rhesis.backend.suite.generation.ProductionEnd;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// The course of one pipeline: each suggestion is told as it comes, and is embedded, asked and judged beside
/// the others.
final class SuggestionRun {

    private final Plan plan;
    private final LineWriter lines;
    private final SideWork work;
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger judged = new AtomicInteger();
    private final Map<Integer, List<Double>> vectors = new ConcurrentHashMap<>();
    private int total;

    SuggestionRun(Plan plan, LineWriter lines, SideWork work) {
        this.plan = plan;
        this.lines = lines;
        this.work = work;
    }

    /// @throws ai.rhesis.backend.platform.problem.ProblemException when there are examples and no suggestion
    /// came of them, before the first line
    void tell() {
        ProductionEnd end = plan.writer().write(this::take, work::isOver);
        if (total == 0 && !plan.task().isEmpty()) {
            throw SuggestionWriting.nothing(end, lines.late()).exception();
        }
        String explanation = total < plan.wanted() ? end.explanation(lines.late()) : null;
        if (explanation != null) {
            lines.write(ErrorLine.of(explanation));
        }
        work.await();
        // clients put their rows into this order, so that no line about a place may follow
        lines.write(AllWrittenLine.of(total, plan.task().examples().size(), diversity()));
        lines.write(new OutputsLine("output_summary", answered.get(), total));
        lines.write(new VerdictsLine("eval_summary", judged.get(), answered.get()));
        lines.write(DoneLine.DONE);
    }

    private void take(Suggested suggested) {
        total++;
        lines.write(WrittenLine.of(suggested));
        ModelSnapshot embedder = plan.embedder();
        if (embedder != null) {
            work.begin(mayWork -> embed(embedder, suggested, mayWork));
        }
        work.begin(mayWork -> answer(suggested, mayWork));
    }

    private void embed(ModelSnapshot embedder, Suggested suggested, boolean mayWork) {
        List<Double> vector = mayWork ? plan.embedding().embed(embedder, suggested.input()) : null;
        if (vector != null) {
            vectors.put(suggested.index(), vector);
        }
        lines.write(EmbeddedLine.of(suggested.index()));
    }

    private void answer(Suggested suggested, boolean mayWork) {
        int index = suggested.index();
        GivenAnswer given = mayWork
                ? plan.answers().ask(plan.endpoint(), suggested.input(), lines)
                : GivenAnswer.failed(lines.late());
        lines.write(OutputLine.of("output", index, suggested.input(), given));
        if (given.error() != null) {
            return;
        }
        answered.incrementAndGet();
        if (GivenAnswer.isSaid(given.output())) {
            judge(new Asked(index, suggested.input(), given.output()));
        }
    }

    private void judge(Asked asked) {
        VerdictLine verdict = work.isOver()
                ? VerdictLine.unjudged("evaluation", asked.index(), asked.input(), lines.late())
                : plan.answers().judge("evaluation", asked, plan.metrics(), lines);
        if (verdict.error() == null) {
            judged.incrementAndGet();
        }
        lines.write(verdict);
    }

    private @Nullable Diversity diversity() {
        if (plan.embedder() == null || total == 0) {
            return null;
        }
        List<@Nullable List<Double>> inOrder = new ArrayList<>();
        for (int index = 0; index < total; index++) {
            inOrder.add(vectors.get(index));
        }
        return Diversity.of(inOrder);
    }

    /// A pipeline that can begin: all that it needs was found.
    ///
    /// @param embedder null where suggestions are not embedded
    record Plan(
            SuggestionTask task,
            SuggestionWriting.Writer writer,
            @Nullable ModelSnapshot embedder,
            SuggestionEmbedding embedding,
            EndpointSnapshot endpoint,
            List<MetricSnapshot> metrics,
            SuggestionAnswers answers) {

        int wanted() {
            return task.request().numSuggestions();
        }
    }
}
