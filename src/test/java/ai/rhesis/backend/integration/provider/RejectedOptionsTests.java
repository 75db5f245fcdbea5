package ai.rhesis.backend.integration.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.rhesis.backend.integration.chat.Message;
import ai.rhesis.backend.platform.egress.CallException;
import ai.rhesis.backend.platform.tenancy.Tenant;
import ai.rhesis.backend.support.FakeModelServer;
import ai.rhesis.backend.support.FakeModelServer.Received;
import ai.rhesis.backend.support.ModelReply;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RejectedOptionsTests {

    private static final JsonNode SCHEMA =
            JsonMapper.shared().readTree("{\"type\": \"object\", \"properties\": {\"word\": {\"type\": \"string\"}}}");
    private static final List<Message> HELLO = List.of(Message.system("Be brief."), Message.user("Hello"));

    private final FakeModelServer server = FakeModelServer.start();
    private final RejectedOptions rejected = new RejectedOptions();
    private Tenant tenant = new Tenant(new UUID(0, 1), new UUID(0, 2));

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "400,'response_format is not available'",
        "400,''",
        "404,'no such route'",
        "422,'extra fields not permitted'",
        "500,'Internal Server Error'",
        "500,''",
        "501,'Not Implemented'",
        "400,'Schemata kenne ich nicht'"
    })
    void serverThatRefusesTheSchemaInAnyWordsIsAskedOnceWithoutAndRemembered(int status, String words) {
        server.will(ModelReply.error(status, words));
        assertThat(ask(new Chat(HELLO, Map.of(), SCHEMA)).text()).isEqualTo("ok");
        ask(new Chat(HELLO, Map.of(), SCHEMA));
        assertThat(server.received()).hasSize(3);
        assertThat(body(0).has("response_format")).isTrue();
        for (int call = 1; call < 3; call++) {
            assertThat(body(call).has("response_format")).isFalse();
            assertThat(server.received().get(call).prompt()).contains("JSON Schema", SCHEMA.toString());
        }
    }

    @Test
    void errorWithTheStatus200RefusesAsWell() {
        server.will(ModelReply.raw("{\"error\": {\"message\": \"json_schema is not supported\", \"code\": 400}}"));
        assertThat(ask(new Chat(HELLO, Map.of(), SCHEMA)).text()).isEqualTo("ok");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 422, 500, 501})
    void serverThatFailsWithoutTheSchemaAsWellFails(int status) {
        server.always(question -> ModelReply.error(status, "no such model"));
        assertFails(new Chat(HELLO, Map.of(), SCHEMA), status);
        assertThat(server.received()).hasSize(2);
        assertFails(new Chat(HELLO, Map.of(), SCHEMA), status);
        assertThat(body(2).has("response_format"))
                .as("nothing is learned from a failure")
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 402, 403, 409, 413})
    void otherStatusesAreNoRefusalOfAnOption(int status) {
        server.always(question -> ModelReply.error(status, "response_format"));
        assertFails(new Chat(HELLO, Map.of(), SCHEMA), status);
        assertThat(server.received()).hasSize(1);
    }

    @Test
    void withoutASchemaAFailureIsOneCall() {
        server.always(question -> ModelReply.status(404));
        assertFails(Chat.of(HELLO), 404);
        assertThat(server.received()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | System role not supported",
                "500 | Conversation roles must alternate user/assistant/user/assistant/...",
                "400 | Unsupported value: 'messages[0].role' does not support 'system' with this model.",
                "400 | Developer instruction is not enabled for models/gemma-3-27b-it",
                "422 | Only user and assistant roles are supported!",
                "400 | This model does not accept a system prompt"
            })
    void modelWithoutSystemRoleGetsTheSystemTextInTheUsers(int status, String words) {
        server.will(ModelReply.error(status, words));
        assertThat(ask(Chat.of(HELLO)).text()).isEqualTo("ok");
        assertThat(server.received()).hasSize(2);
        assertThat(body(1).path("messages"))
                .isEqualTo(
                        JsonMapper.shared().readTree("[{\"role\": \"user\", \"content\": \"Be brief.\\n\\nHello\"}]"));
    }

    @Test
    void everythingThatIsRefusedIsLeftOutOneAfterTheOther() {
        server.will(
                ModelReply.error(400, "Unsupported value: 'temperature' does not support 0 with this model."),
                ModelReply.error(400, "System role not supported"),
                ModelReply.error(500, ""));
        Chat chat = new Chat(HELLO, Map.of("temperature", 0), SCHEMA);
        assertThat(ask(chat).text()).isEqualTo("ok");
        assertThat(ask(chat).text()).isEqualTo("ok");
        assertThat(server.received()).hasSize(5);
        for (int call = 3; call < 5; call++) {
            assertThat(body(call).has("temperature")).isFalse();
            assertThat(body(call).has("response_format")).isFalse();
            assertThat(body(call).path("messages").size()).isEqualTo(1);
            assertThat(server.received().get(call).question()).contains("JSON Schema", "Be brief.", "Hello");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "max_tokens,max_completion_tokens,'Unsupported parameter: ''max_tokens''. Use ''max_completion_tokens'' instead.'",
        "max_completion_tokens,max_tokens,'Unrecognized request argument supplied: max_completion_tokens'"
    })
    void limitOfTokensIsGivenUnderItsOtherName(String refused, String accepted, String words) {
        server.will(ModelReply.error(400, words));
        ask(new Chat(HELLO, Map.of(refused, 50), null));
        assertThat(body(1).has(refused)).isFalse();
        assertThat(body(1).path(accepted).asInt()).isEqualTo(50);
    }

    @Test
    void temperatureOfTheModelsOwnIsNeverLeftOut() {
        server.always(question -> ModelReply.error(400, "temperature must be at most 1"));
        ModelSnapshot hot = new ModelSnapshot(
                new UUID(0, 3), "m", "openai", "m", server.url(), Map.of(), Map.of("temperature", 1.5));
        assertThatExceptionOfType(CallException.class)
                .isThrownBy(() -> ask(hot, new Chat(HELLO, hot.parameters(), null)));
        assertThat(server.received()).hasSize(1);
    }

    @Test
    void anotherOrganizationLearnsNothing() {
        server.will(ModelReply.status(400));
        ask(new Chat(HELLO, Map.of(), SCHEMA));
        tenant = new Tenant(new UUID(0, 9), new UUID(0, 2));
        ask(new Chat(HELLO, Map.of(), SCHEMA));
        assertThat(body(2).has("response_format")).isTrue();
    }

    private void assertFails(Chat chat, int status) {
        assertThatExceptionOfType(CallException.class)
                .isThrownBy(() -> ask(chat))
                .matches(failure -> Integer.valueOf(status).equals(failure.status()));
    }

    private Reply ask(Chat chat) {
        return ask(new ModelSnapshot(new UUID(0, 3), "m", "openai", "m", server.url(), Map.of(), Map.of()), chat);
    }

    private Reply ask(ModelSnapshot model, Chat chat) {
        ProviderClient client = new ProviderClient(new OkHttpClient(), Destination.of(model, null));
        return tenant.call(() -> rejected.ask(model, chat, accepted -> Models.chat(client, model, accepted)));
    }

    private JsonNode body(int call) {
        Received received = server.received().get(call);
        return received.body();
    }
}
