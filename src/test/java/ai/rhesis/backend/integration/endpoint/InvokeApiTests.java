package ai.rhesis.backend.integration.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.FakeTarget;
import ai.rhesis.backend.support.FakeTarget.Call;
import ai.rhesis.backend.support.FakeTarget.Reply;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@IntegrationTest
class InvokeApiTests {

    @Autowired
    Organizations organizations;

    final FakeTarget target = FakeTarget.start();

    Api api;

    @BeforeEach
    void ownOrganization() {
        api = organizations.create();
    }

    @AfterEach
    void stop() {
        target.close();
    }

    @Test
    void withoutMappingsTheUsualOnesHold() {
        String path = endpoint(Map.of());
        Answer answer = ask(path, "Hello");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("output")).isEqualTo("Echo: Hello");
        assertThat(answer.text("conversation_id")).isNull();
        assertThat(target.lastCall().json().toString()).isEqualTo("{\"input\":\"Hello\"}");
        assertThat(target.lastCall().header("Content-Type")).isEqualTo("application/json");
        assertThat(api.post(path, Map.of("input", "x", "session_id", "s1")).status())
                .isEqualTo(200);
        assertThat(target.lastCall().json().path("conversation_id").asString()).isEqualTo("s1");
    }

    @Test
    void anEmptyResponseMappingIsNone() {
        target.answering(call -> Reply.text("application/json", "{\"output\":\"Hello\",\"session_id\":\"s1\"}"));
        Answer answer = ask(endpoint(Map.of("response_mapping", Map.of())), "Hi");
        assertThat(answer.text("output")).isEqualTo("Hello");
        assertThat(answer.text("conversation_id")).isEqualTo("s1");
    }

    @Test
    void openAiCompatibleChatIsMapped() {
        target.answering(call -> Reply.json(Map.of(
                "choices",
                List.of(Map.of("message", Map.of("content", "Hi!", "tool_calls", List.of(Map.of("id", "t1"))))),
                "model",
                "m1",
                "usage",
                Map.of("prompt_tokens", 3, "completion_tokens", 2))));
        String path = endpoint(Map.of(
                "auth_type",
                "bearer_token",
                "auth_token",
                "sk-very-secret",
                "request_mapping",
                Map.of(
                        "model", "m1",
                        "temperature", 0.2,
                        "system_prompt", "Be kind.",
                        "messages", "{{ messages }}",
                        "top_p", "{{ params.top_p }}",
                        "user", "{{ params.nobody }}",
                        "stop", "{{ params.nobody | tojson }}"),
                "response_mapping",
                Map.of(
                        "output", "$.choices[0].message.content",
                        "tool_calls", "$.choices[0].message.tool_calls",
                        "metadata", "$.usage",
                        "model", "$.model",
                        "context", "{{ jsonpath('$.sources') or ['none'] }}")));
        Answer answer = api.post(path, Map.of("input", "Hello \"you\"", "params", Map.of("top_p", 0.5)));
        assertThat(answer.text("output")).isEqualTo("Hi!");
        assertThat(answer.text("tool_calls.0.id")).isEqualTo("t1");
        assertThat(answer.at("metadata.prompt_tokens").asInt()).isEqualTo(3);
        assertThat(answer.text("metadata.model")).isEqualTo("m1");
        assertThat(answer.text("context.0")).isEqualTo("none");
        Call call = target.lastCall();
        assertThat(call.header("Authorization")).isEqualTo("Bearer sk-very-secret");
        assertThat(call.json()).isEqualTo(JsonMapper.shared().readTree("""
                {"model": "m1", "temperature": 0.2, "top_p": 0.5, "stop": null,
                 "messages": [{"role": "system", "content": "Be kind."}, {"role": "user", "content": "Hello \\"you\\""}]}
                """));
    }

    @Test
    void rawBodyIsJsonWhateverIsAsked() {
        String path = endpoint(Map.of("request_mapping", Map.of("__body__", """
                {"q": "{{ input }}", "session": {{ conversation_id | tojson }}, "history": {{ messages | tojson }}}
                """)));
        assertThat(ask(path, "\"}, \"admin\": {\"a\": \"\n").status()).isEqualTo(200);
        assertThat(target.lastCall().json().propertyNames()).containsExactly("q", "session", "history");
        assertThat(target.lastCall().json().path("session").isNull()).isTrue();
    }

    @Test
    void requestIsMadeAsItIsConfigured() {
        String path = endpoint(Map.of(
                "method",
                "PUT",
                "url",
                target.url() + "/api/",
                "endpoint_path",
                "/threads/{{ thread_id | urlencode }}?lang={{ params.lang }}",
                "query_params",
                Map.of("q", "{{ input }}", "missing", "{{ params.nobody }}"),
                "request_headers",
                Map.of("X-Lang", "{{ params.lang }}", "Host", "evil.example", "Accept-Encoding", "br"),
                "request_mapping",
                Map.of("policy", "{{ policy_number }}")));
        Answer answer = api.post(
                path,
                Map.of("input", "a&b=c d", "thread_id", "t/1", "policy_number", 7, "params", Map.of("lang", "en")));
        assertThat(answer.status()).isEqualTo(200);
        Call call = target.lastCall();
        assertThat(call.method()).isEqualTo("PUT");
        assertThat(call.path()).isEqualTo("/api/threads/t%2F1");
        assertThat(call.query()).isEqualTo("lang=en&q=a%26b%3Dc%20d");
        assertThat(call.header("X-Lang")).isEqualTo("en");
        assertThat(call.header("Host")).isEqualTo("127.0.0.1:" + target.port());
        assertThat(call.header("Accept-Encoding")).isEqualTo("gzip");
        assertThat(call.body()).isEqualTo("{\"policy\":7}");
    }

    @Test
    void pathNeverLeavesTheHost() {
        for (String escape :
                List.of("@evil.example/", "//evil.example/", "\\\\evil.example/", ":99@evil.example", "/../../x")) {
            String path = endpoint(Map.of("endpoint_path", escape));
            int before = target.calls().size();
            assertThat(ask(path, "x").status()).isEqualTo(200);
            assertThat(target.calls()).hasSize(before + 1);
        }
    }

    @Test
    void getSendsItsMappingAsParameters() {
        String path = endpoint(Map.of("method", "GET", "request_mapping", Map.of("q", "{{ input }}", "n", 3)));
        assertThat(ask(path, "a b").status()).isEqualTo(200);
        assertThat(target.lastCall().query()).contains("q=a%20b").contains("n=3");
        assertThat(target.lastCall().body()).isEmpty();
    }

    @Test
    void formsAreSentAsForms() {
        String path = endpoint(Map.of(
                "request_headers", Map.of("Content-Type", "application/x-www-form-urlencoded"),
                "request_mapping", Map.of("q", "{{ input }}")));
        assertThat(ask(path, "a b&c").status()).isEqualTo(200);
        assertThat(target.lastCall().header("Content-Type")).isEqualTo("application/x-www-form-urlencoded");
        assertThat(target.lastCall().body()).isEqualTo("q=a+b%26c");
    }

    @Test
    void textAndXmlAreUnderstood() {
        target.answering(call -> Reply.text("text/plain", "Just text, $5"));
        assertThat(ask(endpoint(Map.of("response_format", "text")), "x").text("output"))
                .isEqualTo("Just text, $5");
        assertThat(ask(
                                endpoint(Map.of(
                                        "response_format",
                                        "text",
                                        "response_mapping",
                                        Map.of("output", "<{{ text }}>"))),
                                "x")
                        .text("output"))
                .isEqualTo("<Just text, $5>");
        target.answering(call -> Reply.text(
                "application/xml",
                "<r><a lang='en'>Hi</a><source>1</source><source>2</source><conversation_id>c1</conversation_id></r>"));
        Answer xml = ask(
                endpoint(Map.of(
                        "response_format",
                        "xml",
                        "response_mapping",
                        Map.of(
                                "output", "$.r.a['#text']",
                                "context", "$.r.source",
                                "conversation_id", "$.r.conversation_id"))),
                "x");
        assertThat(xml.text("output")).isEqualTo("Hi");
        assertThat(xml.at("context").toString()).isEqualTo("[\"1\",\"2\"]");
        assertThat(xml.text("conversation_id")).isEqualTo("c1");
    }

    @Test
    void outsideEntitiesOfXmlAreNotRead() {
        target.answering(call -> Reply.text(
                "application/xml",
                "<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/passwd\"><!ENTITY a \"aaaa\">]><r>&x;&a;</r>"));
        Answer answer = ask(endpoint(Map.of("response_format", "xml")), "x");
        assertThat(answer.json().toString()).doesNotContain("root:");
    }

    @Test
    void keyGoesWhereKeysGo() {
        String path = endpoint(Map.of("auth_type", "api_key", "auth_token", "k-very-secret"));
        ask(path, "x");
        assertThat(target.lastCall().header("X-API-Key")).isEqualTo("k-very-secret");
        assertThat(target.lastCall().header("Authorization")).isNull();
        ask(
                endpoint(Map.of("auth_token", "k-very-secret", "request_headers", Map.of("X-Key", "{{ auth_token }}"))),
                "x");
        assertThat(target.lastCall().header("X-Key")).isEqualTo("k-very-secret");
        assertThat(target.lastCall().header("Authorization")).isNull();
        ask(
                endpoint(Map.of(
                        "auth_token",
                        "k-very-secret",
                        "request_mapping",
                        Map.of("api_key", "{{ auth_token }}", "input", "{{ input }}"))),
                "x");
        assertThat(target.lastCall().json().path("api_key").asString()).isEqualTo("k-very-secret");
        assertThat(target.lastCall().header("Authorization")).isNull();
    }

    @Test
    void clientCredentialsGetATokenOnceAndANewOneWhenItIsRefused() {
        target.answering(call -> call.path().equals("/token")
                ? Reply.json(Map.of("access_token", "token-" + target.calls().size(), "expires_in", 600))
                : Reply.output(String.valueOf(call.header("Authorization")).replace("token-", "t")));
        String path = endpoint(Map.of(
                "auth_type", "client_credentials",
                "token_url", target.url() + "/token",
                "client_id", "me",
                "client_secret", "cs-very-secret",
                "scopes", List.of("a", "b"),
                "audience", "bots",
                "extra_payload", Map.of("resource", "r")));
        assertThat(ask(path, "x").status()).isEqualTo(200);
        assertThat(target.calls().getFirst().body())
                .contains("grant_type=client_credentials", "client_id=me", "client_secret=cs-very-secret")
                .contains("scope=a+b", "audience=bots", "resource=r");
        assertThat(target.lastCall().header("Authorization")).isEqualTo("Bearer token-1");
        ask(path, "x");
        assertThat(target.calls().stream().filter(call -> call.path().equals("/token")))
                .hasSize(1);
        target.next(Reply.status(401));
        assertThat(ask(path, "x").status()).isEqualTo(200);
        assertThat(target.calls().stream().filter(call -> call.path().equals("/token")))
                .hasSize(2);
    }

    @Test
    void tokenThatIsNotGivenIsToldWithoutTheSecret() {
        target.answering(
                call -> Reply.text("text/plain", "no client cs-very-secret").withStatus(400));
        Answer answer = ask(
                endpoint(Map.of(
                        "auth_type", "client_credentials",
                        "token_url", target.url() + "/token",
                        "client_id", "me",
                        "client_secret", "cs-very-secret")),
                "x");
        assertThat(answer.status()).isEqualTo(502);
        assertThat(answer.text("detail")).contains("answered 400: no client [secret]");
    }

    @Test
    void secretThatComesBackIsBlottedOut() {
        String token = "sk-very-secret";
        String path = endpoint(Map.of("auth_token", token));
        target.next(Reply.text("application/json", "{\"output\": \"your key is " + token + "\"}"));
        assertThat(ask(path, "x").text("output")).isEqualTo("your key is [secret]");
        target.next(Reply.text("text/plain", "bad key " + token).withStatus(401));
        Answer refused = ask(path, "x");
        assertThat(refused.status()).isEqualTo(502);
        assertThat(refused.text("detail")).isEqualTo("127.0.0.1 answered 401: bad key [secret]");
        assertThat(refused.at("target_status").asInt()).isEqualTo(401);
    }

    @Test
    void nothingOfOursGoesToTheTarget() {
        String project = api.create("/projects", Map.of("name", "p"));
        Api traced = api.with("X-Request-ID", "our-request").with("X-Project-Id", project);
        traced.post(endpoint(Map.of("project_id", project)), Map.of("input", "x"));
        assertThat(target.lastCall().headers().keySet())
                .containsExactlyInAnyOrder(
                        "accept",
                        "accept-encoding",
                        "connection",
                        "content-length",
                        "content-type",
                        "host",
                        "user-agent");
        assertThat(target.lastCall().header("User-Agent")).isEqualTo("rhesis");
    }

    @Test
    void failureThatPassesIsTriedAgain() {
        target.next(Reply.status(503), Reply.limited(0), Reply.broken());
        assertThat(ask(endpoint(Map.of()), "x").text("output")).isEqualTo("Echo: x");
        assertThat(target.calls()).hasSize(4);
    }

    @Test
    void failureThatStaysIsTold() {
        target.answering(call -> Reply.text("text/plain", "over\n\tloaded " + "x".repeat(900))
                .withStatus(503)
                .with("Retry-After", "0"));
        Answer answer = ask(endpoint(Map.of()), "x");
        assertThat(answer.status()).isEqualTo(502);
        assertThat(answer.text("code")).isEqualTo("call_failed");
        assertThat(answer.text("reason")).isEqualTo("status");
        assertThat(answer.at("target_status").asInt()).isEqualTo(503);
        assertThat(answer.text("detail"))
                .startsWith("127.0.0.1 answered 503: over loaded xxx")
                .hasSizeLessThan(600);
        assertThat(target.calls()).hasSize(4);
    }

    @Test
    void otherFailuresAreNotTriedAgain() {
        target.answering(call -> Reply.status(500));
        assertThat(ask(endpoint(Map.of()), "x").text("detail")).isEqualTo("127.0.0.1 answered 500");
        assertThat(target.calls()).hasSize(1);
    }

    @Test
    void noConnectionIsTold() {
        String path = endpoint(Map.of());
        target.close();
        Answer answer = ask(path, "x");
        assertThat(answer.status()).isEqualTo(502);
        assertThat(answer.text("reason")).isEqualTo("network");
        assertThat(answer.text("detail")).isEqualTo("the connection to 127.0.0.1 failed");
    }

    @Test
    void answerThatIsNoneIsTold() {
        target.answering(call -> Reply.text("text/html", "<html>Sorry</html>"));
        Answer noJson = ask(endpoint(Map.of()), "x");
        assertThat(noJson.status()).isEqualTo(502);
        assertThat(noJson.text("detail")).isEqualTo("the answer is not JSON: <html>Sorry</html>");
        target.answering(call -> Reply.json(Map.of("foo", 1)));
        Answer noOutput = ask(endpoint(Map.of("response_mapping", Map.of("output", "$.bar"))), "x");
        assertThat(noOutput.status()).isEqualTo(502);
        assertThat(noOutput.text("reason")).isEqualTo("answer");
        assertThat(noOutput.text("detail")).isEqualTo("response_mapping finds no output in the answer: {\"foo\":1}");
        assertThat(ask(endpoint(Map.of()), "x").text("output")).isEqualTo("{\"foo\":1}");
    }

    @Test
    void hugeAnswerIsNotRead() throws IOException {
        target.answering(call -> Reply.bytes("text/plain", new byte[1_100_000]));
        assertThat(ask(endpoint(Map.of("response_format", "text")), "x").text("detail"))
                .isEqualTo("the answer is larger than 1 MB");
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bomb)) {
            for (int megabyte = 0; megabyte < 300; megabyte++) {
                zip.write(new byte[1_000_000]);
            }
        }
        target.answering(call -> Reply.bytes("text/plain", bomb.toByteArray()).with("Content-Encoding", "gzip"));
        assertThat(ask(endpoint(Map.of("response_format", "text")), "x").text("detail"))
                .isEqualTo("the answer is larger than 1 MB");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://127.0.0.2:%d", "http://[::1]:%d", "http://[::ffff:7f00:2]:%d", "http://2130706434:%d"})
    void refusedAddressIsToldAndNotCalled(String url) {
        Answer answer = ask(endpoint(Map.of("url", url.formatted(target.port()))), "x");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.badFields()).containsExactly("body.url");
        assertThat(answer.json().toString()).contains("rhesis.egress.allow");
        assertThat(target.calls()).isEmpty();
    }

    @Test
    void redirectOffTheHostIsRefused() {
        try (FakeTarget elsewhere = FakeTarget.start()) {
            target.answering(call -> Reply.redirect(307, elsewhere.url()));
            Answer answer = ask(endpoint(Map.of("auth_token", "sk-very-secret")), "x");
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.json().toString()).contains("redirects to another host");
            assertThat(elsewhere.calls()).isEmpty();
        }
    }

    @Test
    void otherConnectionsCanBeStoredButNotCalled() {
        Answer answer = ask(endpoint(Map.of("connection_type", "GRPC")), "x");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().toString()).contains("GRPC can be stored but not called; REST, WebSocket and SDK can");
    }

    @Test
    void mappingThatCannotBeRenderedIsTold() {
        String path = endpoint(Map.of("request_mapping", Map.of("__body__", "{\"x\": {{ params.n }} }")));
        Answer answer = ask(path, "x");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().toString()).contains("at /__body__: is not JSON");
        assertThat(answer.badFields()).containsExactly("body.request_mapping");
        assertThat(ask(endpoint(Map.of("request_headers", Map.of("X-Q", "{{ input }}"))), "a\r\nEvil: 1")
                        .status())
                .isEqualTo(422);
        assertThat(target.calls()).isEmpty();
    }

    @Test
    void questionIsDocumented() {
        JsonNode schema = organizations.anonymous().get("/openapi.json").json().at("/components/schemas/InvokeRequest");
        assertThat(schema.path("properties").propertyNames())
                .containsExactlyInAnyOrder("input", "conversation_id", "messages", "params");
        assertThat(schema.path("required").toString()).isEqualTo("[\"input\"]");
    }

    @Test
    void badQuestionIsNamed() {
        String path = endpoint(Map.of());
        Answer withoutInput = api.post(path, Map.of());
        assertThat(withoutInput.status()).isEqualTo(400);
        assertThat(withoutInput.text("field")).isEqualTo("input");
        assertThat(api.post(path, Map.of("input", Map.of())).badFields()).containsExactly("body.input");
        assertThat(api.post(path, Map.of("input", "x", "params", 3)).badFields())
                .containsExactly("body.params");
        assertThat(api.post("/endpoints/" + UUID.randomUUID() + "/invoke", Map.of("input", "x"))
                        .status())
                .isEqualTo(404);
        assertThat(api.post("/endpoints/x/invoke", Map.of("input", "x")).badFields())
                .containsExactly("path.id");
    }

    @Test
    void secretIsBlottedOutHoweverItIsEscaped() {
        String secret = "sk-a/b+c\"d\\e";
        String path = endpoint(Map.of("auth_token", secret));
        for (String escaped :
                List.of("sk-a\\/b+c\\\"d\\\\e", "sk-a\\u002Fb\\u002bc\\u0022d\\u005Ce", "sk-a%2Fb%2bc%22d%5ce")) {
            target.answering(call -> Reply.text("application/json", "{\"output\": \"It is " + escaped + ".\"}"));
            assertThat(ask(path, "x").text("output")).isEqualTo("It is [secret].");
        }
        target.answering(call -> Reply.text("application/json", "{\"output\": \"a\\\\b sk-a\\/b+ 100%\"}"));
        assertThat(ask(path, "x").text("output")).isEqualTo("a\\b sk-a/b+ 100%");
    }

    @Test
    void fieldThatCantBeUsedIsNamed() {
        Map<String, String> bot = Map.of("url", target.url(), "input", "x");
        assertThat(tried(bot, Map.of("connection_type", "GRPC"))).containsExactly("body.connection_type");
        assertThat(tried(bot, Map.of("request_headers", Map.of("X-Name", "Zoë"))))
                .containsExactly("body.request_headers");
        assertThat(tried(bot, Map.of("request_mapping", Map.of("a", "{{ 1 % 0 }}"))))
                .containsExactly("body.request_mapping");
        assertThat(tried(bot, Map.of("url", "http://127.0.0.2:1"))).containsExactly("body.url");
        assertThat(tried(bot, Map.of("method", "post"))).isEmpty();
    }

    private List<String> tried(Map<String, ?> bot, Map<String, ?> more) {
        Map<String, Object> body = new HashMap<>(Map.of("connection_type", "REST"));
        body.putAll(bot);
        body.putAll(more);
        return api.post("/endpoints/test", body).badFields();
    }

    @Test
    void unsavedEndpointIsTriedAndNotStored() {
        Answer answer = api.post(
                "/endpoints/test",
                Map.of("connection_type", "REST", "url", target.url(), "auth_token", "sk-very-secret", "input", "Hi"));
        assertThat(answer.text("output")).isEqualTo("Echo: Hi");
        assertThat(target.lastCall().header("Authorization")).isEqualTo("Bearer sk-very-secret");
        assertThat(api.get("/endpoints").total()).isZero();
        assertThat(api.post(
                                "/endpoints/test",
                                Map.of(
                                        "connection_type",
                                        "REST",
                                        "url",
                                        target.url(),
                                        "method",
                                        "POST",
                                        "input_data",
                                        Map.of("input", "Ho")))
                        .text("output"))
                .isEqualTo("Echo: Ho");
        assertThat(api.post("/endpoints/test", Map.of("connection_type", "REST", "url", target.url()))
                        .badFields())
                .containsExactly("body.input");
        assertThat(api.post("/endpoints/test", Map.of("connection_type", "REST", "url", "ftp://x", "input", "x"))
                        .badFields())
                .containsExactly("body.url");
        assertThat(api.post("/endpoints/test", Map.of("input", "x")).badFields())
                .containsExactly("body.connection_type");
    }

    @Test
    void mappingsAreTriedWithTheStoredAddressAndSecretAndNotSaved() {
        String id = api.create(
                "/endpoints",
                Map.of("name", "Bot", "connection_type", "rest", "url", target.url(), "auth_token", "sk-very-secret"));
        String path = "/endpoints/" + id;
        String before = api.get(path).json().toString();
        Map<String, Object> trial = Map.of(
                "request_mapping", Map.of("input", "{{ input }}!"),
                "response_mapping", Map.of("output", "$.output", "who", "$.output"),
                "input_data", Map.of("input", "Hi"));
        Answer answer = api.post(path + "/test", trial);
        assertThat(answer.text("output")).isEqualTo("Echo: Hi!");
        assertThat(answer.text("metadata.who")).isEqualTo("Echo: Hi!");
        assertThat(target.lastCall().header("Authorization")).isEqualTo("Bearer sk-very-secret");
        assertThat(api.get(path).json()).hasToString(before);
        assertThat(api.post(path + "/test", "{}").badFields())
                .containsExactlyInAnyOrder("body.request_mapping", "body.response_mapping", "body.input_data");
        assertThat(organizations.create().post(path + "/test", trial).status()).isEqualTo(404);
        assertThat(target.calls()).hasSize(1);
    }

    @Test
    void repeatedRequestIsAnsweredWithoutAskingAgain() {
        String path = endpoint(Map.of());
        Api once = api.with("Idempotency-Key", "ask-1");
        Answer first = once.post(path, Map.of("input", "x"));
        assertThat(once.post(path, Map.of("input", "x")).json()).isEqualTo(first.json());
        assertThat(target.calls()).hasSize(1);
        target.next(Reply.status(500));
        Api failing = api.with("Idempotency-Key", "ask-2");
        assertThat(failing.post(path, Map.of("input", "x")).status()).isEqualTo(502);
        assertThat(failing.post(path, Map.of("input", "x")).status()).isEqualTo(200);
    }

    @Test
    void membersAskAndViewersDoNot() {
        String path = endpoint(Map.of());
        assertThat(organizations
                        .member(api, "member")
                        .post(path, Map.of("input", "x"))
                        .status())
                .isEqualTo(200);
        assertThat(organizations
                        .member(api, "viewer")
                        .post(path, Map.of("input", "x"))
                        .status())
                .isEqualTo(403);
    }

    private String endpoint(Map<String, ?> more) {
        Map<String, Object> endpoint =
                new HashMap<>(Map.of("name", "Bot", "connection_type", "REST", "url", target.url()));
        endpoint.putAll(more);
        return "/endpoints/" + api.create("/endpoints", endpoint) + "/invoke";
    }

    private Answer ask(String path, String input) {
        return api.post(path, Map.of("input", input));
    }
}
