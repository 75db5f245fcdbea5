package ai.rhesis.backend.trace.event;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.platform.tenancy.Tenant;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import ai.rhesis.backend.support.SentTrace;
import ai.rhesis.backend.support.TestDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// The hourly look for what events of spans left behind.
@IntegrationTest
class SpanEventExpiryTests {

    private static final String SAID =
            "[{\"role\":\"assistant\",\"parts\":[{\"type\":\"text\",\"content\":\"Hello\"}]}]";

    @Test
    void spansThatGotEventsAndWereNotReadSinceAreRead(
            @Autowired Organizations organizations, @Autowired SpanEventExpiry expiry) {
        Api api = organizations.create();
        Tenant owner = Organizations.tenantOf(api);
        String project = api.create("/projects", Map.of("name", "Bot"));
        Map<String, ?> chat = Map.of(
                "gen_ai.operation.name", "chat", "gen_ai.provider.name", "openai", "gen_ai.output.messages", SAID);
        new SentTrace(api, project)
                .span("a", null, 0, 100, chat)
                .span("b", "a", 0, 50, chat)
                .send();
        TestDatabase.update(
                "update app.span set mapping_version = 0, output = null where name = 'step b' and project_id = '%s'"
                        .formatted(project));

        assertThat(expiry.refresh(owner)).isEqualTo(1);
        assertThat(outputs(project)).containsExactly("\"Hello\"", "\"Hello\"");
        assertThat(expiry.refresh(owner)).isZero();
    }

    private static List<String> outputs(String project) {
        return TestDatabase.column(
                "select output from app.span where project_id = '%s' and mapping_version > 0".formatted(project));
    }
}
