package ai.rhesis.backend.integration.endpoint;

import ai.rhesis.backend.integration.chat.Answer;
import ai.rhesis.backend.integration.chat.CallContext;
import ai.rhesis.backend.integration.chat.Question;
import ai.rhesis.backend.integration.chat.TestContext;
import ai.rhesis.backend.integration.connector.ConnectorCalls;
import ai.rhesis.backend.integration.connector.FunctionCall;
import ai.rhesis.backend.integration.connector.FunctionReply;
import ai.rhesis.backend.integration.connector.OwnKeys;
import ai.rhesis.backend.integration.connector.SdkService;
import ai.rhesis.backend.platform.egress.CallException;
import ai.rhesis.backend.platform.egress.CallTimeout;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The transport to endpoints that are functions of programs with the SDK.
@Component
class FunctionTransport {

    static final String TYPE = "SDK";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final ConnectorCalls calls;
    private final MappingWork mappings;

    FunctionTransport(ConnectorCalls calls, MappingWork mappings) {
        this.calls = calls;
        this.mappings = mappings;
    }

    /// Asks once.
    ///
    /// @throws CallException when there is no answer
    Answer ask(EndpointSnapshot endpoint, Question question, CallContext context) {
        FunctionReply reply = calls.callFunction(call(endpoint, question, context), CallTimeout.current());
        Answer answer = mappings.result(endpoint, reply.output());
        if (answer.output() == null && answer.toolCalls() == null) {
            throw CallException.answer("response_mapping finds no output in the result of the function");
        }
        return reply.traceId() == null ? answer : answer.tracedBy(reply.traceId());
    }

    private FunctionCall call(EndpointSnapshot endpoint, Question question, CallContext context) {
        EndpointPlace place = endpoint.place();
        UUID project = place.projectId();
        String function = place.functionName();
        if (project == null || function == null) {
            throw CallException.configuration(
                    "endpoint_metadata",
                    "an endpoint of the type SDK needs a project, and the name of its function as "
                            + "sdk_connection.function_name");
        }
        ObjectNode inputs = inputs(endpoint, question, context);
        addOwn(inputs, question, context);
        return new FunctionCall(
                new SdkService(project, place.environment()), function, inputs, question.parameterSnapshot());
    }

    /// Maps the question to arguments. Without a mapping they are what the caller sent, by its names.
    private ObjectNode inputs(EndpointSnapshot endpoint, Question question, CallContext context) {
        JsonNode mapping = endpoint.requestMapping();
        boolean isMapped = mapping != null && !mapping.isEmpty();
        if (!(mappings.inputs(isMapped ? mapping : null, question) instanceof ObjectNode inputs)) {
            throw CallException.configuration("request_mapping", "must make an object of the function's arguments");
        }
        if (!isMapped && context.test() == null) {
            question.values().forEach((name, value) -> inputs.putIfAbsent(name, JSON.valueToTree(value)));
        }
        return OwnKeys.removedFrom(inputs);
    }

    private static void addOwn(ObjectNode inputs, Question question, CallContext context) {
        if (context.test() != null) {
            inputs.set(OwnKeys.TEST, test(context.test()));
        }
        if (question.conversationId() != null || context.traceId() != null) {
            inputs.set(OwnKeys.CONVERSATION, conversation(question, context.traceId()));
        }
        if (context.traceId() == null) {
            inputs.put(OwnKeys.DISABLE_TRACING, true);
        }
    }

    private static JsonNode test(TestContext test) {
        return JSON.createObjectNode()
                .put("test_run_id", test.testRunId().toString())
                .put("test_id", test.testId() == null ? null : test.testId().toString())
                .put("test_configuration_id", test.testConfigurationId().toString())
                .put("test_result_id", test.testResultId().toString());
    }

    /// Names the trace of the first turn too, so that it is that of all turns.
    private static JsonNode conversation(Question question, @Nullable String traceId) {
        ObjectNode conversation = JSON.createObjectNode().put("mapped_input", question.input());
        if (question.conversationId() != null) {
            conversation.put("conversation_id", question.conversationId());
        }
        if (traceId != null) {
            conversation.put("trace_id", traceId);
        }
        return conversation;
    }
}
