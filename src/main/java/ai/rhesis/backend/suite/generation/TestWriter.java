package ai.rhesis.backend.suite.generation;

import ai.rhesis.backend.integration.chat.TokenMeter;
import ai.rhesis.backend.integration.provider.AnswerItems;
import ai.rhesis.backend.integration.provider.AnswerReading;
import ai.rhesis.backend.integration.provider.Chat;
import ai.rhesis.backend.integration.provider.ModelSnapshot;
import ai.rhesis.backend.integration.provider.StructuredReplies;
import ai.rhesis.backend.integration.provider.StructuredReply;
import ai.rhesis.backend.integration.provider.UnreadableAnswerException;
import ai.rhesis.backend.platform.persistence.StorableText;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The model as a writer of tests, one call at a time. What it says is read wherever it stands, as far as it goes;
/// only an answer without any test is asked for again.
@Component
class TestWriter {

    private final StructuredReplies replies;
    private final TokenMeter meter;

    TestWriter(StructuredReplies replies, TokenMeter meter) {
        this.replies = replies;
        this.meter = meter;
    }

    /// @throws CallException when the model gave no answer
    Written write(Order order, Assignment assignment, List<String> taken) {
        Integer source = order.material().placeFor(assignment.number());
        GenerationBrief brief = new GenerationBrief(order.goal());
        Chat chat = new Chat(brief.ask(assignment, order.material().at(source), taken), Map.of(), brief.schema());
        StructuredReply reply =
                replies.ask(order.model(), chat, new TestReading(order.goal().kind()));
        meter.count(reply.usage());
        return new Written(assignment, tests(order.goal().kind(), reply.content(), source), reply.problem());
    }

    private static List<GeneratedCase> tests(TestKind kind, @Nullable JsonNode answer, @Nullable Integer source) {
        return answer == null
                ? List.of()
                : answer.valueStream()
                        .map(test -> GeneratedCase.of(kind, (ObjectNode) test))
                        .filter(Objects::nonNull)
                        .map(test -> test.from(source))
                        .toList();
    }

    /// An order for tests: the model that writes them, and what it writes them from.
    record Order(GenerationGoal goal, ModelSnapshot model, Material material) {}

    /// The outcome of a call.
    ///
    /// @param problem why there is nothing; null when there is something
    record Written(
            Assignment assignment,
            List<GeneratedCase> tests,
            @Nullable String problem) {}

    private record TestReading(TestKind kind) implements AnswerReading {

        @Override
        public JsonNode read(String text) throws UnreadableAnswerException {
            ArrayNode tests = JsonMapper.shared().createArrayNode();
            tests.addAll(AnswerItems.in(text, object -> GeneratedCase.isTest(kind, object)));
            return StorableText.of(tests);
        }

        @Override
        public boolean takesPart() {
            return true;
        }
    }
}
