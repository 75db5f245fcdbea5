package ai.rhesis.backend.integration.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.FakeModelServer;
import ai.rhesis.backend.support.FakeTarget;
import ai.rhesis.backend.support.FakeTarget.Reply;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.ModelReply;
import ai.rhesis.backend.support.Organizations;
import ai.rhesis.backend.support.Runs;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class AutoConfigureApiTests {

    private static final String TOKEN = "at-0123456789-secret";

    @Autowired
    Organizations organizations;

    FakeModelServer server;
    FakeTarget target;
    Api api;

    @BeforeEach
    void ownModel() {
        server = FakeModelServer.start();
        target = FakeTarget.start();
        api = organizations.create();
        new Runs(api).chooseModel("generation", server.url());
    }

    @AfterEach
    void stop() {
        server.close();
        target.close();
    }

    @Test
    void aProposalIsTriedAndCanBeStored() {
        server.will(proposal("{\"question\": \"{{ input }}\"}", "{\"output\": \"$.output\"}"));

        Answer found = configure(Map.of("auth_token", TOKEN));

        assertThat(found.status()).isEqualTo(200);
        assertThat(found.text("status")).isEqualTo("success");
        assertThat(found.text("error")).isNull();
        assertThat(found.text("request_mapping.question")).isEqualTo("{{ input }}");
        assertThat(found.text("response_mapping.output")).isEqualTo("$.output");
        assertThat(found.text("request_headers.Authorization")).isEqualTo("Bearer {{ auth_token }}");
        assertThat(found.text("url")).isEqualTo(target.url());
        assertThat(found.text("method")).isEqualTo("POST");
        assertThat(found.text("conversation_mode")).isEqualTo("single_turn");
        assertThat(found.at("confidence").asDouble()).isEqualTo(0.9);
        assertThat(found.text("reasoning")).isEqualTo("It is a simple bot");
        assertThat(found.text("warnings.0")).isEqualTo("I guessed the method");
        assertThat(found.at("probe_success").asBoolean()).isTrue();
        assertThat(found.at("probe_attempts").asInt()).isEqualTo(1);
        assertThat(found.at("probe_status_code").asInt()).isEqualTo(200);
        assertThat(found.text("probe_request.question")).isNotBlank();
        assertThat(found.at("probe_response").has("output")).isTrue();
        assertThat(target.lastCall().header("Authorization")).isEqualTo("Bearer " + TOKEN);
        assertThat(api.get("/endpoints").total()).isZero();
        Map<String, Object> endpoint = new HashMap<>(Map.of("name", "Bot", "connection_type", "REST"));
        for (String key : new String[] {"url", "method", "request_mapping", "response_mapping", "request_headers"}) {
            endpoint.put(key, found.at(key));
        }
        endpoint.put("auth_token", TOKEN);
        assertThat(api.post("/endpoints", endpoint).status()).isEqualTo(200);
    }

    @Test
    void theModelSeesNoCredential() {
        server.will(
                proposal("{\"q\": \"{{ wrong\"}", "{\"output\": \"$.output\"}", target.url()),
                proposal("{\"q\": \"{{ input }}\"}", "{\"output\": \"$.output\"}", target.url()));
        target.next(Reply.text("application/json", "{\"error\": \"bad " + TOKEN + "\"}")
                .withStatus(400));

        Answer found = api.post(
                "/endpoints/auto-configure",
                Map.of(
                        "input_text",
                        "curl " + target.url() + " -H 'Authorization: Bearer " + TOKEN
                                + "' -H 'X-Api-Key: 9f8e7d6c5b4a'"
                                + " -H 'X-Team: $TEAM_TOKEN' -d '{\"key\": \"sk-abcdefghijklmnopqrstuv\"}'",
                        "auth_token",
                        TOKEN));

        assertThat(server.received())
                .hasSizeGreaterThan(2)
                .allSatisfy(question -> assertThat(question.prompt())
                        .doesNotContain(TOKEN, "9f8e7d6c5b4a", "sk-abcdefghijklmnopqrstuv")
                        .contains("$TEAM_TOKEN"));
        assertThat(target.lastCall().header("Authorization")).isEqualTo("Bearer " + TOKEN);
        assertThat(found.json().toString()).doesNotContain(TOKEN);
    }

    @Test
    void aFailedProbeIsCorrectedAtMostTwice() {
        server.always(question -> proposal("{\"q\": \"{{ input }}\"}", "{\"output\": \"$.output\"}"));
        target.answering(call -> Reply.text("application/json", "{\"detail\": \"field question is missing\"}")
                .withStatus(422));

        Answer found = configure(Map.of());

        assertThat(found.text("status")).isEqualTo("partial");
        assertThat(found.at("probe_success").asBoolean(true)).isFalse();
        assertThat(found.at("probe_attempts").asInt()).isEqualTo(3);
        assertThat(found.at("probe_status_code").asInt()).isEqualTo(422);
        assertThat(found.text("probe_error")).contains("field question is missing");
        assertThat(found.at("confidence").asDouble()).isEqualTo(0.5);
        assertThat(found.at("warnings").toString()).contains("no probe");
        assertThat(target.calls()).hasSize(3);
        assertThat(server.received()).hasSize(3);
        assertThat(server.received().getLast().prompt()).contains("field question is missing");
    }

    @Test
    void aCorrectionThatWorksIsASuccess() {
        server.will(
                proposal("{\"q\": \"{{ input }}\"}", "{\"output\": \"$.nowhere\"}"),
                proposal("{\"question\": \"{{ input }}\"}", "{\"output\": \"$.output\"}"));

        Answer found = configure(Map.of());

        assertThat(found.text("status")).isEqualTo("success");
        assertThat(found.at("probe_attempts").asInt()).isEqualTo(2);
        assertThat(found.text("request_mapping.question")).isEqualTo("{{ input }}");
    }

    @Test
    void aRefusalOfTheCredentialIsNotTriedAgain() {
        server.always(question -> proposal("{\"q\": \"{{ input }}\"}", "{\"output\": \"$.output\"}"));
        target.answering(call -> Reply.text("application/json", "{}").withStatus(401));

        assertThat(configure(Map.of()).at("probe_attempts").asInt()).isEqualTo(1);
        assertThat(target.calls()).hasSize(1);
    }

    @Test
    void privateAddressesAreNotProbed() {
        server.always(question -> proposal("{\"q\": \"{{ input }}\"}", "{\"output\": \"$.output\"}"));

        Answer found =
                api.post("/endpoints/auto-configure", Map.of("input_text", "a bot", "url", "http://127.0.0.2:9/ask"));

        assertThat(found.text("status")).isEqualTo("partial");
        assertThat(found.at("probe_attempts").asInt()).isEqualTo(1);
        assertThat(found.text("probe_error")).contains("127.0.0.2");
        assertThat(found.text("probe_status_code")).isNull();
    }

    @Test
    void anAddressThatTheUserDidNotNameIsNotCalled() {
        server.always(question -> proposal("{\"q\": \"{{ input }}\"}", "{\"output\": \"$.output\"}", target.url()));

        Answer found = api.post(
                "/endpoints/auto-configure", Map.of("input_text", "call " + target.url() + "9", "auth_token", TOKEN));

        assertThat(found.at("probe_attempts").asInt()).isZero();
        assertThat(found.at("warnings").toString()).contains("give it as url");
        assertThat(target.calls()).isEmpty();
        assertThat(api.post("/endpoints/auto-configure", Map.of("input_text", "call " + target.url() + "/ask"))
                        .at("probe_attempts")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void withoutAProbeNothingIsCalled() {
        server.will(proposal("{\"q\": \"{{ input }}\"}", "{\"output\": \"$.output\"}"));

        Answer found = configure(Map.of("probe", false));

        assertThat(found.text("status")).isEqualTo("success");
        assertThat(found.at("probe_success").asBoolean(true)).isFalse();
        assertThat(target.calls()).isEmpty();
    }

    @Test
    void aModelThatFailsIsToldInTheAnswer() {
        server.always(question -> ModelReply.text("I can't say."));
        Answer unreadable = configure(Map.of());
        assertThat(unreadable.status()).isEqualTo(200);
        assertThat(unreadable.text("status")).isEqualTo("failed");
        assertThat(unreadable.text("error")).isNotBlank();
        assertThat(unreadable.text("url")).isEqualTo(target.url());
        server.always(question -> ModelReply.status(401));
        assertThat(configure(Map.of()).text("status")).isEqualTo("failed");
        server.always(question -> proposal("", ""));
        assertThat(configure(Map.of()).text("status")).isEqualTo("failed");
        assertThat(target.calls()).isEmpty();
    }

    @Test
    void badRequestsAreNamed() {
        assertThat(api.post("/endpoints/auto-configure", Map.of()).badFields()).containsExactly("body.input_text");
        assertThat(configure(Map.of("url", "ftp://x")).badFields()).containsExactly("body.url");
        assertThat(configure(Map.of("method", "BREW")).badFields()).containsExactly("body.method");
        Api other = organizations.create();
        Answer without = other.post("/endpoints/auto-configure", Map.of("input_text", "a bot"));
        assertThat(without.status()).isEqualTo(400);
        assertThat(without.text("detail")).contains("models.generation");
        assertThat(server.received()).isEmpty();
    }

    private Answer configure(Map<String, ?> more) {
        Map<String, Object> body = new HashMap<>(Map.of("input_text", "A bot that takes a question"));
        body.put("url", target.url());
        body.putAll(more);
        return api.post("/endpoints/auto-configure", body);
    }

    private static ModelReply proposal(String request, String response) {
        return proposal(request, response, "");
    }

    private static ModelReply proposal(String request, String response, String url) {
        return ModelReply.json(Map.of(
                "reason", "It is a simple bot",
                "request_mapping", request,
                "response_mapping", response,
                "request_headers", "{\"Authorization\": \"Bearer {{ auth_token }}\"}",
                "url", url,
                "method", "",
                "conversation_mode", "single_turn",
                "confidence", 0.9,
                "warnings", "I guessed the method"));
    }
}
