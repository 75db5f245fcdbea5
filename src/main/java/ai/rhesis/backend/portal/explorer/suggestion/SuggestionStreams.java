package ai.rhesis.backend.portal.explorer.suggestion;

import ai.rhesis.backend.integration.endpoint.EndpointSnapshot;
import ai.rhesis.backend.integration.provider.ModelSnapshot;
import ai.rhesis.backend.metric.metric.MetricSnapshot;
import ai.rhesis.backend.platform.problem.ProblemException;
import ai.rhesis.backend.platform.web.body.LineWriter;
import ai.rhesis.backend.platform.web.body.StreamSettings;
import ai.rhesis.backend.portal.explorer.EndpointAnswers;
import ai.rhesis.backend.portal.explorer.GivenAnswer;
import ai.rhesis.backend.portal.explorer.JudgingMetrics;
import ai.rhesis.backend.portal.explorer.ParallelWork;
import ai.rhesis.backend.portal.explorer.suggestion.SuggestionAnswers.Asked;
import ai.rhesis.backend.portal.explorer.suggestion.SuggestionLine.OutputLine;
import ai.rhesis.backend.portal.explorer.suggestion.SuggestionLine.OutputsLine;
import ai.rhesis.backend.portal.explorer.suggestion.SuggestionLine.VerdictLine;
import ai.rhesis.backend.portal.explorer.suggestion.SuggestionLine.VerdictsLine;
import ai.rhesis.backend.suite.generation.GenerationTurns;
import ai.rhesis.backend.suite.generation.ProductionEnd;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Suggestions, their answers and their verdicts, while the caller waits. What a request lacks is a problem
/// before the first line; after that each failure is told where it belongs.
@Component
class SuggestionStreams {

    private final SuggestionWriting writing;
    private final SuggestionEmbedding embedding;
    private final SuggestionAnswers suggestionAnswers;
    private final EndpointAnswers endpoints;
    private final JudgingMetrics metrics;
    private final GenerationTurns turns;
    private final StreamSettings settings;

    SuggestionStreams(
            SuggestionWriting writing,
            SuggestionEmbedding embedding,
            SuggestionAnswers suggestionAnswers,
            EndpointAnswers endpoints,
            JudgingMetrics metrics,
            GenerationTurns turns,
            StreamSettings settings) {
        this.writing = writing;
        this.embedding = embedding;
        this.suggestionAnswers = suggestionAnswers;
        this.endpoints = endpoints;
        this.metrics = metrics;
        this.turns = turns;
        this.settings = settings;
    }

    /// Writes suggestions and answers them all at once.
    ///
    /// @throws ProblemException also when the model gives none, as any generation
    SuggestionsResponse suggest(String key, SuggestionsRequest request) {
        SuggestionTask task = writing.task(key, request);
        SuggestionWriting.Writer writer = writing.writer(task);
        ModelSnapshot embedder = embedding.model(request.generateEmbeddings());
        List<Suggested> suggestions = new ArrayList<>();
        return turns.during(() -> {
            ProductionEnd ended = writer.write(suggestions::add, settings.begin());
            if (suggestions.isEmpty() && !task.isEmpty()) {
                throw SuggestionWriting.nothing(ended, settings.late()).exception();
            }
            return SuggestionsResponse.of(
                    suggestions, vectors(embedder, suggestions), task.examples().size());
        });
    }

    private List<@Nullable List<Double>> vectors(@Nullable ModelSnapshot embedder, List<Suggested> suggestions) {
        return embedder == null
                ? List.of()
                : ParallelWork.each(suggestions, suggested -> embedding.embed(embedder, suggested.input()));
    }

    /// Writes suggestions, asks and judges them, and tells everything as it happens.
    void tellAll(String key, SuggestionPipelineRequest request, LineWriter lines) {
        SuggestionTask task = writing.task(key, request.suggestions());
        EndpointSnapshot endpoint = endpoints.endpointFor(key, request.endpointId());
        List<MetricSnapshot> judges = metrics.of(key, request.metricNames());
        ModelSnapshot embedder = embedding.model(request.generateEmbeddings());
        SuggestionRun.Plan plan = new SuggestionRun.Plan(
                task, writing.writer(task), embedder, embedding, endpoint, judges, suggestionAnswers);
        turns.during(() -> {
            try (SideWork work = new SideWork(lines)) {
                new SuggestionRun(plan, lines, work).tell();
            }
        });
    }

    /// Asks the endpoint and tells each answer as it comes.
    void tellOutputs(String key, SuggestionOutputsRequest request, LineWriter lines) {
        EndpointSnapshot endpoint = endpoints.endpointFor(key, request.endpointId());
        AtomicInteger generated = new AtomicInteger();
        int total = request.suggestions().size();
        turns.during(() -> each(total, lines, (index, mayWork) -> {
            String input = request.suggestions().get(index).input();
            GivenAnswer given =
                    mayWork ? suggestionAnswers.ask(endpoint, input, lines) : GivenAnswer.failed(lines.late());
            generated.addAndGet(given.error() == null ? 1 : 0);
            lines.write(OutputLine.of(SuggestionLine.ITEM, index, input, given));
        }));
        lines.write(new OutputsLine(SuggestionLine.SUMMARY, generated.get(), total));
    }

    /// Judges outputs and tells each verdict as it comes.
    void tellVerdicts(String key, SuggestionVerdictsRequest request, LineWriter lines) {
        List<MetricSnapshot> judges = metrics.of(key, request.metricNames());
        AtomicInteger evaluated = new AtomicInteger();
        int total = request.suggestions().size();
        turns.during(() -> each(total, lines, (index, mayWork) -> {
            SuggestionVerdictsRequest.AnsweredInput given =
                    request.suggestions().get(index);
            VerdictLine verdict = mayWork
                    ? suggestionAnswers.judge(
                            SuggestionLine.ITEM, new Asked(index, given.input(), given.output()), judges, lines)
                    : VerdictLine.unjudged(SuggestionLine.ITEM, index, given.input(), lines.late());
            evaluated.addAndGet(verdict.error() == null ? 1 : 0);
            lines.write(verdict);
        }));
        lines.write(new VerdictsLine(SuggestionLine.SUMMARY, evaluated.get(), total));
    }

    private static void each(int total, LineWriter lines, Part part) {
        try (SideWork work = new SideWork(lines)) {
            for (int place = 0; place < total; place++) {
                int index = place;
                work.begin(mayWork -> part.run(index, mayWork));
            }
            work.await();
        }
    }

    private interface Part {
        void run(int index, boolean mayWork);
    }
}
