package ai.rhesis.backend.integration.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.rhesis.backend.integration.chat.Message;
import ai.rhesis.backend.integration.chat.Usage;
import ai.rhesis.backend.integration.provider.Reply.Ending;
import ai.rhesis.backend.platform.egress.CallException;
import ai.rhesis.backend.platform.egress.CallException.Reason;
import ai.rhesis.backend.platform.egress.CallTimeout;
import ai.rhesis.backend.support.FakeModelServer;
import ai.rhesis.backend.support.ModelReply;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeTests {

    private static final Chat HELLO = Chat.of(List.of(Message.user("Hello")));

    private final FakeModelServer server = FakeModelServer.start();

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"choices\": [{\"message\": {\"content\": \"said\"}}]}",
                "{\"choices\": [{\"message\": {\"content\": [{\"type\": \"text\", \"text\": \"said\"}]}}]}",
                "{\"choices\": [{\"message\": {\"content\": [{\"type\": \"thinking\", \"thinking\": [{\"type\": \"text\", \"text\": \"hm\"}]}, {\"type\": \"text\", \"text\": \"said\"}]}}]}",
                "{\"choices\": [{\"message\": {\"content\": [{\"type\": \"reasoning\", \"text\": \"hm\"}, {\"type\": \"output_text\", \"text\": \"sa\"}, {\"text\": \"id\"}]}}]}",
                "{\"choices\": [{\"message\": {\"content\": [{\"text\": \"hm\", \"thought\": true}, \"said\"]}}]}",
                "{\"choices\": [{\"message\": {\"content\": {\"type\": \"text\", \"text\": \"said\"}}}]}",
                "{\"choices\": [{\"message\": {\"content\": \"said\", \"reasoning_content\": \"hm\", \"reasoning\": null}}]}",
                "{\"id\": null, \"model\": null, \"usage\": null, \"choices\": [{\"index\": null, \"finish_reason\": null, \"message\": {\"role\": null, \"content\": \"said\", \"refusal\": null, \"tool_calls\": null}}]}",
                "{\"id\": 7, \"model\": 7.5, \"created\": \"now\", \"usage\": \"none\", \"choices\": [{\"index\": \"0\", \"finish_reason\": 1, \"message\": {\"content\": \"said\"}}]}",
                "{\"id\": {}, \"usage\": [], \"object\": null, \"choices\": [{\"index\": 0.0, \"finish_reason\": \"\", \"message\": {\"content\": \"said\"}}]}",
                "{\"error\": null, \"choices\": [{\"message\": {\"content\": \"said\"}}]}",
                "{\"error\": {}, \"choices\": [{\"message\": {\"content\": \"said\"}}]}",
                "{\"error\": \"\", \"choices\": [{\"message\": {\"content\": \"said\"}}]}",
                "{\"choices\": [{\"text\": \"said\", \"logprobs\": NaN}]}",
                "\n\n  {\"choices\": [{\"message\": {\"content\": \"said\"}}]}\n{}",
                "\uFEFF{\"choices\": [{\"message\": {\"content\": \"said\"}}]}"
            })
    void answerOfOpenAiIsReadWhateverIsMissing(String body) {
        server.will(ModelReply.raw(body));
        assertThat(ask("openai")).isEqualTo(new Reply("said", Ending.COMPLETE, Usage.UNKNOWN));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"content\": [{\"type\": \"text\", \"text\": \"said\"}]}",
                "{\"content\": [{\"type\": \"thinking\", \"thinking\": \"hm\", \"signature\": \"x\"}, {\"type\": \"text\", \"text\": \"said\"}]}",
                "{\"content\": [{\"type\": \"redacted_thinking\", \"data\": \"x\"}, {\"type\": \"text\", \"text\": \"said\"}], \"stop_reason\": \"end_turn\"}",
                "{\"content\": [{\"type\": \"text\", \"text\": \"sa\"}, {\"type\": \"text\", \"text\": \"id\", \"citations\": null}], \"usage\": null}",
                "{\"content\": \"said\", \"stop_reason\": null, \"id\": 1}",
                "{\"id\": null, \"type\": null, \"role\": 1, \"model\": [], \"stop_sequence\": {}, \"usage\": {\"input_tokens\": null}, \"content\": [{\"type\": \"text\", \"text\": \"said\"}]}",
                "{\"error\": null, \"content\": [{\"text\": \"said\"}]}"
            })
    void answerOfAnthropicIsReadWhateverIsMissing(String body) {
        server.will(ModelReply.raw(body));
        assertThat(ask("anthropic")).isEqualTo(new Reply("said", Ending.COMPLETE, Usage.UNKNOWN));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"prompt_tokens\": 11, \"completion_tokens\": 7} | 11 | 7",
                "{\"prompt_tokens\": 11.0, \"completion_tokens\": \"7\"} | 11 | 7",
                "{\"input_tokens\": \"11.0\", \"output_tokens\": 7} | 11 | 7",
                "{\"prompt_tokens\": 11} | 11 |",
                "{\"prompt_tokens\": null, \"completion_tokens\": 7} | | 7",
                "{\"prompt_tokens\": -1, \"completion_tokens\": \"many\"} | |",
                "{\"prompt_tokens\": {}, \"completion_tokens\": 3000000000} | |",
                "{\"prompt_tokens\": NaN, \"completion_tokens\": true} | |",
                "[11, 7] | |",
                "\"11\" | |"
            })
    void tokensAreCountedAsFarAsTheyAreTold(String usage, @Nullable Integer input, @Nullable Integer output) {
        server.will(
                ModelReply.raw("{\"choices\": [{\"message\": {\"content\": \"said\"}}], \"usage\": " + usage + "}"));
        assertThat(ask("openai").usage()).isEqualTo(new Usage(input, output, null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"error\": {\"message\": \"m\", \"code\": 429}} | 429",
                "{\"error\": {\"message\": \"m\", \"code\": \"429\"}} | 429",
                "{\"error\": {\"message\": \"m\", \"code\": 502}, \"user_id\": \"x\"} | 502",
                "{\"error\": {\"message\": \"m\", \"code\": 503, \"metadata\": {}}} | 503",
                "{\"error\": {\"message\": \"m\", \"status\": 503.0}} | 503",
                "{\"error\": {\"message\": \"m\", \"code\": 429, \"status\": \"RESOURCE_EXHAUSTED\"}} | 429",
                "[{\"error\": {\"message\": \"m\", \"code\": 503, \"status\": \"UNAVAILABLE\"}}] | 503",
                "{\"choices\": [{\"error\": {\"message\": \"m\", \"code\": 502}, \"finish_reason\": \"error\", \"message\": {\"content\": \"half\"}}]} | 502",
                "{\"object\": \"error\", \"message\": \"m\", \"code\": 400} | 400",
                "{\"code\": 503, \"message\": \"m\", \"data\": null} | 503",
                "{\"type\": \"error\", \"error\": {\"type\": \"overloaded_error\", \"message\": \"m\"}} | 529",
                "{\"error\": {\"type\": \"rate_limit_error\", \"code\": null, \"message\": \"m\"}} | 429",
                "{\"error\": {\"code\": 503}} | 503"
            })
    void errorWithTheStatus200HasTheStatusThatItNames(String body, int status) {
        for (String provider : List.of("openai", "anthropic")) {
            server.will(ModelReply.raw(body));
            assertThatExceptionOfType(CallException.class)
                    .isThrownBy(() -> ask(provider))
                    .matches(failure -> Integer.valueOf(status).equals(failure.status()), "is " + status)
                    .withMessageContaining("answered " + status);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"error\": {\"message\": \"model is loading\"}}",
                "{\"error\": \"model is loading\"}",
                "{\"error\": {\"message\": \"model is loading\", \"code\": \"odd\"}}",
                "{\"error\": {\"message\": \"model is loading\", \"code\": 0}}",
                "{\"object\": \"error\", \"message\": \"model is loading\"}"
            })
    void errorThatNamesNoStatusIsAnUnusableAnswer(String body) {
        server.will(ModelReply.raw(body));
        assertThatExceptionOfType(CallException.class)
                .isThrownBy(() -> ask("openai"))
                .matches(failure -> failure.reason() == Reason.ANSWER)
                .withMessageContaining("answered with an error: model is loading");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html>",
                "[]",
                "7",
                "null",
                "\"said\"",
                "{}",
                "{\"choices\": null}",
                "{\"choices\": [7]}",
                "",
                "data: {}",
                "{\"choices\": [{\"mess"
            })
    void answerOfAnotherProtocolSaysSo(String body) {
        for (String provider : List.of("openai", "anthropic")) {
            server.will(ModelReply.raw(body));
            assertThatExceptionOfType(CallException.class)
                    .isThrownBy(() -> ask(provider))
                    .matches(failure -> failure.reason() == Reason.ANSWER)
                    .withMessage("127.0.0.1 gave an answer that is not of the protocol");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"choices\": []} | the model gave no text",
                "{\"choices\": [{\"finish_reason\": \"tool_calls\", \"message\": {\"content\": null, \"tool_calls\": [{}]}}]} | the model gave no text (tool_calls)",
                "{\"choices\": [{\"finish_reason\": \"stop\", \"message\": {\"content\": []}}]} | the model gave no text (stop)",
                "{\"choices\": [{\"finish_reason\": \"stop\", \"message\": {\"content\": [{\"type\": \"thinking\", \"text\": \"hm\"}]}}]} | the model gave no text (stop)",
                "{\"choices\": [{\"finish_reason\": \"error\", \"message\": {\"content\": \"half\"}}]} | 127.0.0.1 broke the answer off (error)"
            })
    void answerWithoutTextSaysWhy(String body, String message) {
        server.will(ModelReply.raw(body));
        assertThatExceptionOfType(CallException.class)
                .isThrownBy(() -> ask("openai"))
                .withMessage(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "openai | {\"choices\": [{\"message\": {\"content\": null, \"refusal\": \"I can't help.\"}, \"finish_reason\": \"stop\"}]}",
                "openai | {\"choices\": [{\"message\": {\"content\": \"\", \"refusal\": \"I can't help.\"}}]}",
                "openai | {\"choices\": [{\"message\": {\"content\": [{\"type\": \"refusal\", \"refusal\": \"I can't help.\"}]}}]}",
                "openai | {\"choices\": [{\"message\": {\"content\": \"I can't help.\"}, \"finish_reason\": \"content_filter\"}]}",
                "openai | {\"choices\": [{\"message\": {\"content\": \"I can't help.\"}, \"finish_reason\": \"SAFETY\"}]}",
                "anthropic | {\"content\": [{\"type\": \"text\", \"text\": \"I can't help.\"}], \"stop_reason\": \"refusal\"}"
            })
    void refusalIsTheOutputOfAModelUnderTest(String provider, String body) {
        server.will(ModelReply.raw(body));
        assertThat(ask(provider).output()).isEqualTo("I can't help.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "openai | {\"choices\": [{\"message\": {\"content\": \"The half of\"}, \"finish_reason\": \"length\"}]} | was cut off by the token limit",
                "openai | {\"choices\": [{\"message\": {\"content\": null}, \"finish_reason\": \"length\"}]} | was cut off by the token limit",
                "openai | {\"choices\": [{\"message\": {\"content\": \"The half of\"}, \"finish_reason\": \"MAX_TOKENS\"}]} | was cut off by the token limit",
                "openai | {\"choices\": [{\"message\": {\"content\": null}, \"finish_reason\": \"content_filter\"}]} | was withheld by the provider's content filter",
                "anthropic | {\"content\": [{\"type\": \"text\", \"text\": \"The half of\"}], \"stop_reason\": \"max_tokens\"} | was cut off by the token limit",
                "anthropic | {\"content\": [{\"type\": \"thinking\", \"thinking\": \"hm\"}], \"stop_reason\": \"max_tokens\"} | was cut off by the token limit",
                "anthropic | {\"content\": [], \"stop_reason\": \"model_context_window_exceeded\"} | was cut off by the token limit",
                "anthropic | {\"content\": [], \"stop_reason\": \"refusal\"} | is a refusal of the model"
            })
    void answerThatIsNotWholeIsAnError(String provider, String body, String explanation) {
        server.will(ModelReply.raw(body));
        Reply reply = ask(provider);
        assertThatExceptionOfType(CallException.class)
                .isThrownBy(reply::output)
                .matches(failure -> failure.reason() == Reason.ANSWER)
                .withMessage("the answer " + explanation);
    }

    @Test
    void limitOfTheCallIsTheOneThatIsSetAndNoOther() {
        server.always(question -> ModelReply.text("late").after(Duration.ofMillis(600)));
        OkHttpClient impatient =
                new OkHttpClient.Builder().callTimeout(Duration.ofMillis(100)).build();
        ProviderClient client = client("openai", impatient);
        assertThat(CallTimeout.within(Duration.ofSeconds(20), () -> ask(client, "openai"))
                        .text())
                .isEqualTo("late");
        assertThatExceptionOfType(CallException.class)
                .isThrownBy(() -> CallTimeout.within(Duration.ofMillis(200), () -> ask(client, "openai")))
                .matches(late -> late.reason() == Reason.TIMEOUT);
    }

    @ParameterizedTest
    @CsvSource({
        "Retry-After,2,2000",
        "Retry-After,0.25,250",
        "Retry-After,1.0005,1001",
        "retry-after-ms,350,350",
        "retry-after-ms,20.5,21"
    })
    void askedWaitIsReadWithItsFraction(String header, String value, long millis) {
        server.will(
                ModelReply.status(429).with(header, value),
                ModelReply.raw("{\"error\": {\"message\": \"m\", \"code\": 429}}")
                        .with(header, value));
        for (int call = 0; call < 2; call++) {
            assertThatExceptionOfType(CallException.class)
                    .isThrownBy(() -> ask("openai"))
                    .matches(busy -> Duration.ofMillis(millis).equals(busy.retryAfter()), "waits " + millis);
        }
    }

    @Test
    void millisecondsGoBeforeSecondsAndNonsenseIsNoWait() {
        server.will(
                ModelReply.status(429).with("Retry-After", "9").with("retry-after-ms", "30"),
                ModelReply.status(429).with("Retry-After", "soon").with("retry-after-ms", "-1"));
        assertThatExceptionOfType(CallException.class)
                .isThrownBy(() -> ask("openai"))
                .matches(busy -> Duration.ofMillis(30).equals(busy.retryAfter()));
        assertThatExceptionOfType(CallException.class)
                .isThrownBy(() -> ask("openai"))
                .matches(busy -> busy.retryAfter() == null);
    }

    private Reply ask(String provider) {
        return ask(client(provider, new OkHttpClient()), provider);
    }

    private Reply ask(ProviderClient client, String provider) {
        return Models.chat(client, model(provider), HELLO);
    }

    private ProviderClient client(String provider, OkHttpClient http) {
        return new ProviderClient(http, Destination.of(model(provider), null));
    }

    private ModelSnapshot model(String provider) {
        return new ModelSnapshot(new UUID(0, 1), "m", provider, "m", server.url(), Map.of(), Map.of());
    }
}
