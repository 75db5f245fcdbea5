package ai.rhesis.backend.integration.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.rhesis.backend.integration.chat.CallContext;
import ai.rhesis.backend.integration.chat.Question;
import ai.rhesis.backend.integration.chat.Usage;
import ai.rhesis.backend.platform.egress.CallException;
import ai.rhesis.backend.platform.tenancy.Tenant;
import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.FakeTarget;
import ai.rhesis.backend.support.FakeTarget.Reply;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// What runs do with endpoints: pin them, and ask them later.
@IntegrationTest
class EndpointsTests {

    @Autowired
    Organizations organizations;

    @Autowired
    Endpoints endpoints;

    @Autowired
    JsonMapper json;

    @Autowired
    PlatformTransactionManager transactions;

    private final FakeTarget target = FakeTarget.start();
    private Api api;

    @BeforeEach
    void ownOrganization() {
        api = organizations.create();
    }

    @AfterEach
    void stop() {
        target.close();
    }

    @Test
    void pinnedEndpointIsAskedAsItWas() {
        Answer created = create(Map.of("request_mapping", Map.of("input", "first: {{ input }}")));
        EndpointSnapshot pinned = pin(created);
        api.put("/endpoints/" + created.id(), Map.of("request_mapping", Map.of("input", "second: {{ input }}")));
        assertThat(ask(created, pinned).output()).isEqualTo("Echo: first: x");
        api.delete("/endpoints/" + created.id());
        assertThat(ask(created, pinned).output()).isEqualTo("Echo: first: x");
        assertThat(target.lastCall().header("Authorization")).isEqualTo("Bearer sk-very-secret");
    }

    @Test
    void pinHoldsNoSecretAndSurvivesAsJson() {
        EndpointSnapshot pinned = pin(create(Map.of()));
        assertThat(json.writeValueAsString(pinned)).doesNotContain("very-secret");
        assertThat(pinned.requestMapping()).isNull();
        assertThat(pinned.hasSecret()).isTrue();
    }

    @Test
    void newSecretIsNotSentToTheOldHost() {
        Answer created = create(Map.of());
        EndpointSnapshot pinned = pin(created);
        api.put("/endpoints/" + created.id(), Map.of("url", "https://other.example", "auth_token", "new-very-secret"));
        assertThatThrownBy(() -> ask(created, pinned))
                .isInstanceOf(CallException.class)
                .hasMessageContaining("another host");
        assertThat(target.calls()).isEmpty();
    }

    @Test
    void foreignEndpointHasNoSecretToGive() {
        EndpointSnapshot pinned = pin(create(Map.of()));
        Answer foreign = organizations.create().post("/projects", Map.of("name", "p"));
        assertThat(ask(foreign, pinned).output()).isEqualTo("Echo: x");
        assertThat(target.lastCall().header("Authorization")).isNull();
    }

    @Test
    void endpointIsNeverAskedInsideATransaction() {
        Answer created = create(Map.of());
        EndpointSnapshot pinned = pin(created);
        assertThatThrownBy(() -> tenantOf(created)
                        .call(() -> new TransactionTemplate(transactions)
                                .execute(status -> endpoints.ask(pinned, Question.of("x"), CallContext.UNTRACED))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("transaction");
        assertThat(target.calls()).isEmpty();
    }

    @Test
    void usageIsRead() {
        Answer created = create(Map.of());
        target.next(
                Reply.json(Map.of("output", "x", "usage", Map.of("prompt_tokens", 3, "completion_tokens", 5))),
                Reply.json(Map.of("output", "x", "usage", Map.of("input_tokens", 7, "output_tokens", 9))),
                Reply.json(Map.of("output", "x")));
        EndpointSnapshot pinned = pin(created);
        assertThat(ask(created, pinned).usage()).isEqualTo(new Usage(3, 5, null));
        assertThat(ask(created, pinned).usage()).isEqualTo(new Usage(7, 9, null));
        assertThat(ask(created, pinned).usage()).isEqualTo(Usage.UNKNOWN);
    }

    private Answer create(Map<String, ?> more) {
        Map<String, Object> endpoint = new HashMap<>(
                Map.of("name", "Bot", "connection_type", "REST", "url", target.url(), "auth_token", "sk-very-secret"));
        endpoint.putAll(more);
        return api.post("/endpoints", endpoint);
    }

    /// Through JSON, as it is stored.
    private EndpointSnapshot pin(Answer created) {
        EndpointSnapshot snapshot = tenantOf(created).call(() -> endpoints.snapshot(UUID.fromString(created.id())));
        return json.readValue(json.writeValueAsString(snapshot), EndpointSnapshot.class);
    }

    private ai.rhesis.backend.integration.chat.Answer ask(Answer asker, EndpointSnapshot pinned) {
        return tenantOf(asker).call(() -> endpoints.ask(pinned, Question.of("x"), CallContext.UNTRACED));
    }

    private static Tenant tenantOf(Answer created) {
        return new Tenant(
                UUID.fromString(Objects.requireNonNull(created.text("organization_id"))),
                UUID.fromString(Objects.requireNonNull(created.text("user_id"))));
    }
}
