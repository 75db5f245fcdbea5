package ai.rhesis.backend.trace.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import ai.rhesis.backend.platform.persistence.StorableText;
import ai.rhesis.backend.trace.span.RawSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

class DialectsTests {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration MAX_DURATION = Duration.ofSeconds(2);

    @Test
    void aSpanOfHundredThousandAttributesIsReadInBoundedTime() {
        ObjectNode attributes = JSON.createObjectNode();
        for (int number = 0; number < 100_000; number++) {
            attributes.put("llm.input_messages.%d.message.content".formatted(number), "turn " + number);
        }
        attributes.put("openinference.span.kind", "LLM").put("litellm", "x").put("traceloop.span.kind", "tool");

        Instant begin = Instant.now();
        Reading reading = Dialects.read(span(attributes));

        assertThat(Duration.between(begin, Instant.now())).isLessThan(MAX_DURATION);
        assertThat(reading.operation()).isEqualTo(Operations.LLM);
        assertThat(reading.input()).hasSize(MessageReader.MAX_MESSAGES);
    }

    @Test
    void aSpanOfHundredThousandEventsIsReadInBoundedTime() {
        ArrayNode events = JSON.createArrayNode();
        for (int number = 0; number < 100_000; number++) {
            events.addObject()
                    .put("name", "gen_ai.user.message")
                    .putObject("attributes")
                    .put("content", "turn");
        }
        RawSpan span = Corpus.span(JSON.createObjectNode()
                .put("name", "chat")
                .<ObjectNode>set("attributes", JSON.createObjectNode())
                .set("events", events));

        Instant begin = Instant.now();
        Reading reading = Dialects.read(span);

        assertThat(Duration.between(begin, Instant.now())).isLessThan(MAX_DURATION);
        assertThat(reading.input()).hasSize(SpanFacts.MAX_EVENTS);
    }

    @Test
    void jsonThatIsNestedTooDeeplyStaysAText() {
        String deep = "[".repeat(100_000) + "]".repeat(100_000);
        ObjectNode attributes = JSON.createObjectNode()
                .put("gen_ai.operation.name", "chat")
                .put("gen_ai.tool.name", "weather")
                .put("gen_ai.tool.call.arguments", deep)
                .put("gen_ai.output.messages", deep);

        Reading reading = Dialects.read(span(attributes));

        assertThat(reading.toolCalls()).first().extracting(ToolCall::arguments).isEqualTo(StringNode.valueOf(deep));
    }

    @Test
    void messagesThatWereCutOffAreReadAsFarAsTheyAreWhole() {
        String cut =
                "[{\"role\":\"user\",\"parts\":[{\"type\":\"text\",\"content\":\"Hello!\"}]}, {\"role\":\"assis… [cut]";
        ObjectNode attributes = JSON.createObjectNode().put("gen_ai.input.messages", cut);

        assertThat(Dialects.read(span(attributes)).input()).isEqualTo(JSON.readTree("""
                        [{"role": "user", "content": "Hello!"}, {"role": "user", "content": "{\\"role\\":\\"assis… [cut]"}]
                        """));
    }

    @Test
    void keysOfManyPartsAndOfBothALeafAndABranchAreReadAsFarAsTheyMakeSense() {
        ObjectNode attributes = JSON.createObjectNode()
                .put("openinference.span.kind", "LLM")
                .put("llm.input_messages.0", "leaf")
                .put("llm.input_messages.0.message.content", "branch")
                .put("llm.input_messages.1.message.role", "user")
                .put("llm.input_messages.1.message.content", "kept")
                .put("llm.input_messages." + "1.".repeat(5_000) + "x", "deep");

        assertThat(String.valueOf(Dialects.read(span(attributes)).input())).contains("leaf", "kept");
    }

    @Test
    void charactersThatNoColumnHoldsAreReplaced() {
        ObjectNode attributes = JSON.createObjectNode()
                .put("gen_ai.tool.name", "x")
                .put("gen_ai.tool.call.arguments", "{\"name\":\"a\\u0000b\"}")
                .put("gen_ai.provider.name", "openai");

        JsonNode arguments = Objects.requireNonNull(
                Dialects.read(span(attributes)).toolCalls().getFirst().arguments());

        assertThat(StorableText.isStorable(arguments.path("name").stringValue()))
                .isTrue();
    }

    @Test
    void idsAreCutSoThatAnIndexTakesThem() {
        ObjectNode attributes = JSON.createObjectNode().put("session.id", "s".repeat(100_000));

        assertThat(Dialects.read(span(attributes)).conversationId()).hasSize(Attributes.MAX_NAME_LENGTH);
    }

    @Test
    void numbersThatCannotBeCountsAreLeftOut() {
        for (JsonNode number : List.of(
                JSON.readTree("-1"),
                JSON.readTree("1e300"),
                JSON.readTree("\"NaN\""),
                JSON.readTree("\"many\""),
                JSON.readTree("[1]"),
                JSON.readTree("true"))) {
            ObjectNode attributes = JSON.createObjectNode().put("gen_ai.provider.name", "openai");
            attributes.set("gen_ai.usage.input_tokens", number);

            assertThat(Dialects.read(span(attributes)).inputTokens())
                    .as("%s", number)
                    .isNull();
        }
    }

    /// Puts values of every wrong kind in the place of each attribute of the corpus: no dialect fails at any of them.
    @Test
    void noDialectFailsAtAValueOfAWrongKind() {
        Random random = new Random(13);
        List<JsonNode> wrong = wrongValues();
        for (Corpus.Case one : Corpus.cases()) {
            for (int round = 0; round < 40; round++) {
                RawSpan spoilt = spoilt(one.span(), wrong, random);
                for (Convention dialect : Dialects.BY_PRECEDENCE) {
                    assertThatCode(() -> dialect.read(new SpanFacts(spoilt), new ReadingDraft()))
                            .as("%s reads %s with %s %s", dialect.code(), one, spoilt.attributes(), spoilt.events())
                            .doesNotThrowAnyException();
                }
            }
        }
    }

    private static List<JsonNode> wrongValues() {
        List<JsonNode> wrong = new ArrayList<>();
        for (String text : List.of(
                "null",
                "true",
                "-3.5",
                "\"\"",
                "\"text\"",
                "[]",
                "{}",
                "[null,1,[],{}]",
                "{\"message\":null,\"parts\":{\"type\":3},\"content\":[[]],\"tool_calls\":\"x\"}",
                "[{\"role\":{},\"type\":\"tool_result\"},{\"type\":\"tool_call\",\"function\":[]}]",
                "[{\"type\":\"text\",\"text\":null},{\"type\":\"text\",\"text\":{\"a\":1}}]",
                "\"[{\\\"type\\\":\\\"tool-result\\\",\\\"output\\\":{\\\"type\\\":\\\"json\\\",\\\"value\\\":null}}]\"",
                "\"{\\\"args\\\":1,\\\"kwargs\\\":2}\"",
                "\"[Tool calls: , ,]\"")) {
            wrong.add(JSON.readTree(text));
        }
        return wrong;
    }

    private static RawSpan spoilt(RawSpan span, List<JsonNode> wrong, Random random) {
        ObjectNode attributes = spoilt(span.attributes(), wrong, random);
        ArrayNode events = JSON.createArrayNode();
        span.events().forEach(event -> {
            ObjectNode copy = (ObjectNode) event.deepCopy();
            copy.set("attributes", spoilt((ObjectNode) event.get("attributes"), wrong, random));
            events.add(random.nextInt(8) == 0 ? wrong.get(random.nextInt(wrong.size())) : copy);
        });
        return new RawSpan(
                span.traceId(),
                span.spanId(),
                null,
                null,
                null,
                span.name(),
                span.kind(),
                span.startTime(),
                span.endTime(),
                span.statusCode(),
                null,
                attributes,
                events,
                span.links(),
                span.resource(),
                span.scope());
    }

    private static ObjectNode spoilt(ObjectNode attributes, List<JsonNode> wrong, Random random) {
        ObjectNode copy = JSON.createObjectNode();
        attributes
                .properties()
                .forEach(attribute -> copy.set(
                        attribute.getKey(),
                        random.nextInt(3) == 0 ? wrong.get(random.nextInt(wrong.size())) : attribute.getValue()));
        return copy;
    }

    private static RawSpan span(ObjectNode attributes) {
        return Corpus.span(JSON.createObjectNode().put("name", "chat").set("attributes", attributes));
    }
}
