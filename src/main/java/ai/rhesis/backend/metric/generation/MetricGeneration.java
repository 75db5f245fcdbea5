package ai.rhesis.backend.metric.generation;

import ai.rhesis.backend.integration.chat.Message;
import ai.rhesis.backend.integration.chat.TokenMeter;
import ai.rhesis.backend.integration.provider.AnswerItems;
import ai.rhesis.backend.integration.provider.Chat;
import ai.rhesis.backend.integration.provider.ChosenModels;
import ai.rhesis.backend.integration.provider.GenerationCalls;
import ai.rhesis.backend.integration.provider.ModelSnapshot;
import ai.rhesis.backend.integration.provider.StructuredReplies;
import ai.rhesis.backend.integration.provider.StructuredReply;
import ai.rhesis.backend.metric.metric.MetricResponse;
import ai.rhesis.backend.metric.metric.MetricSaving;
import ai.rhesis.backend.metric.metric.MetricService;
import ai.rhesis.backend.metric.metric.MetricView;
import ai.rhesis.backend.platform.problem.ProblemException;
import ai.rhesis.backend.platform.problem.Violation;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Metrics by the model that the caller chose for generation. The model is asked outside any transaction; what it
/// writes is then saved, and checked, as if a client had sent it.
@Component
class MetricGeneration {

    private final ChosenModels models;
    private final StructuredReplies replies;
    private final TokenMeter meter;
    private final MetricService metrics;
    private final MetricSaving saving;
    private final JsonMapper json;

    MetricGeneration(
            ChosenModels models,
            StructuredReplies replies,
            TokenMeter meter,
            MetricService metrics,
            MetricSaving saving,
            JsonMapper json) {
        this.models = models;
        this.replies = replies;
        this.meter = meter;
        this.metrics = metrics;
        this.saving = saving;
        this.json = json;
    }

    /// Makes a metric of a description.
    ///
    /// @throws ProblemException 400 without a model and when its provider refuses, 502 when nothing usable comes
    MetricView generate(String prompt) {
        WrittenMetric written = ask(models.generation(), MetricBrief.ofNew(prompt));
        if (!written.isWhole()) {
            throw GenerationCalls.unusable("it leaves out the name or the evaluation_prompt")
                    .exception();
        }
        return saved(() -> saving.create(written.body()));
    }

    /// Changes a metric by what is to be better about it. It stays as it was where the model leaves something out.
    ///
    /// @throws ProblemException 404 without the metric, 412 when it was changed meanwhile, else as [#generate]
    MetricView improve(UUID id, String prompt) {
        MetricView current = metrics.get(id);
        ModelSnapshot model = models.generation();
        WrittenMetric written = ask(model, MetricBrief.ofChange(json.valueToTree(MetricResponse.of(current)), prompt));
        return saved(() -> saving.change(id, written.change(), current.metric().getVersion()));
    }

    private WrittenMetric ask(ModelSnapshot model, List<Message> messages) {
        Chat chat = new Chat(messages, Map.of(), WrittenMetric.schema());
        StructuredReply reply = GenerationCalls.within(() -> replies.ask(
                model, chat, text -> AnswerItems.in(text, WrittenMetric::isOne).getFirst()));
        meter.count(reply.usage());
        if (reply.content() == null) {
            throw GenerationCalls.unusable(reply.problem()).exception();
        }
        return WrittenMetric.of((ObjectNode) reply.content());
    }

    /// Saves what a model wrote. What it broke is no mistake of the caller.
    private static MetricView saved(Supplier<MetricView> saving) {
        try {
            return saving.get();
        } catch (ProblemException refused) {
            throw refused.problem().httpStatus() == HttpStatus.UNPROCESSABLE_CONTENT
                    ? GenerationCalls.unusable(told(refused.problem().detail())).exception()
                    : refused;
        }
    }

    private static String told(Object detail) {
        return detail instanceof List<?> violations
                ? violations.stream()
                        .map(violation -> violation instanceof Violation known
                                ? known.field() + " " + known.msg()
                                : String.valueOf(violation))
                        .collect(Collectors.joining(", "))
                : String.valueOf(detail);
    }
}
