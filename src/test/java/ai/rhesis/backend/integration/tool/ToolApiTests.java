package ai.rhesis.backend.integration.tool;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.Household;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import ai.rhesis.backend.support.TestDatabase;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class ToolApiTests {

    private static final String SECRET = "secret-of-the-wiki";

    @Autowired
    Organizations organizations;

    Api api;

    @BeforeEach
    void ownOrganization() {
        api = organizations.create();
    }

    @Test
    void aToolIsReadWithoutItsCredentials() {
        Answer created = api.post("/tools/", Household.tool(api, "Wiki"));
        assertThat(created.status()).isEqualTo(200);
        assertThat(created.text("tool_provider_type.type_value")).isEqualTo("notion");
        assertThat(created.json().toString()).doesNotContain(SECRET, "credentials");
        assertThat(api.get("/tools/" + created.id()).json()).isEqualTo(created.json());
        assertThat(api.get("/tools/").json().toString()).contains("Wiki").doesNotContain(SECRET);
    }

    @Test
    void credentialsAreEncrypted() throws SQLException {
        String id = create();
        String first = stored(id);
        assertThat(first).isNotBlank().doesNotContain(SECRET);
        api.patch("/tools/" + id, Map.of("description", "Ours"));
        assertThat(stored(id)).isEqualTo(first);
        api.patch("/tools/" + id, Map.of("credentials", Map.of("NOTION_TOKEN", "another")));
        assertThat(stored(id)).isNotEqualTo(first);
    }

    @Test
    void badFieldIsNamed() {
        Map<String, Object> tool = new HashMap<>(Household.tool(api, "Wiki"));
        tool.remove("credentials");
        assertThat(api.post("/tools", tool).badFields()).containsExactly("body.credentials");
        tool.put("credentials", Map.of());
        assertThat(api.post("/tools", tool).badFields()).containsExactly("body.credentials");
        tool.put("credentials", Map.of("a", "b"));
        tool.put("tool_provider_type_id", UUID.randomUUID());
        assertThat(api.post("/tools", tool).badFields()).containsExactly("body.tool_provider_type_id");
        assertThat(api.patch("/tools/" + create(), "{\"credentials\": null}").badFields())
                .containsExactly("body.credentials");
    }

    @Test
    void noToolIsCalledAndThatIsSaid() {
        String id = create();
        Answer tried = api.post("/tools/test-connection", Map.of("tool_id", id));
        assertThat(tried.text("is_authenticated")).isEqualTo("No");
        assertThat(tried.text("message")).contains("calls none as yet");
        assertThat(api.post("/tools/" + id + "/extract", null).status()).isEqualTo(400);
        assertThat(api.post("/tools/test-connection", Map.of("tool_id", UUID.randomUUID()))
                        .badFields())
                .containsExactly("body.tool_id");
    }

    @Test
    void credentialsToTryAreTexts() {
        String type = String.valueOf(Household.tool(api, "Wiki").get("tool_provider_type_id"));
        for (String credentials : List.of("{\"a\": null}", "{\"a\": \"" + "x".repeat(8193) + "\"}", "{\" \": \"b\"}")) {
            Answer refused = api.post(
                    "/tools/test-connection",
                    "{\"provider_type_id\": \"%s\", \"credentials\": %s}".formatted(type, credentials));
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.badFields()).singleElement().asString().startsWith("body.credentials");
        }
    }

    @Test
    void deletedIsGone() {
        String id = create();
        assertThat(api.delete("/tools/" + id).status()).isEqualTo(204);
        assertThat(api.get("/tools/" + id).status()).isEqualTo(410);
        assertThat(api.get("/tools").total()).isZero();
    }

    @Test
    void otherOrganizationSeesNothingAndChangesNothing() {
        String id = create();
        Api other = organizations.create();
        assertThat(other.get("/tools/" + id).status()).isEqualTo(404);
        assertThat(other.patch("/tools/" + id, Map.of("name", "Theirs")).status())
                .isEqualTo(404);
        assertThat(other.delete("/tools/" + id).status()).isEqualTo(404);
        assertThat(other.post("/tools/" + id + "/extract", null).status()).isEqualTo(404);
        assertThat(other.post("/tools/test-connection", Map.of("tool_id", id)).badFields())
                .containsExactly("body.tool_id");
        assertThat(other.get("/tools").total()).isZero();
        assertThat(other.post("/tools", Household.tool(api, "Theirs")).badFields())
                .containsExactly("body.tool_provider_type_id");
    }

    private String create() {
        return api.create("/tools", Household.tool(api, "Wiki"));
    }

    private static String stored(String id) throws SQLException {
        try (var connection =
                        TestDatabase.shared().connect(TestDatabase.shared().migrator());
                var rows = connection
                        .createStatement()
                        .executeQuery("select encrypted_credentials from app.tool where id = '" + id + "'")) {
            rows.next();
            return rows.getString(1);
        }
    }
}
