package ai.rhesis.backend.platform.query;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.platform.query.Field.Use;
import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import ai.rhesis.backend.support.Plans;
import ai.rhesis.backend.support.Plans.Plan;
import ai.rhesis.backend.support.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;

/// Lists tests and prompts of an organization that has 100,000 of each, by everything declared as indexed, and
/// counts the pages that the database touches.
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IndexUseTests {

    private static final int MANY = 100_000;
    private static final int FEW = 10_000;
    private static final long BUFFERS_PER_ROW = 20;
    private static final long BUFFERS_BESIDE = 200;
    private static final String PLANNED_FOR_AN_AVERAGE_TENANT = """
            select c.relname, a.attname
            from pg_policy p
            join pg_class c on c.oid = p.polrelid
            join pg_attribute a on a.attrelid = c.oid and a.attname in ('organization_id', 'deleted_at')
            where p.polname = 'tenant_isolation'
              and (a.attname = 'organization_id' and not coalesce(a.attoptions, '{}') @> '{n_distinct=20}'
                   or not exists (select from pg_stats s where s.tablename = c.relname and s.attname = a.attname))
            """;
    private static final List<String> PATHS = List.of("tests", "prompts");

    @Autowired
    Organizations organizations;

    Api api;

    @BeforeAll
    void oneBigOrganizationAmongOthers() throws SQLException, IOException {
        api = organizations.create();
        String seed = new ClassPathResource("many-tests.sql").getContentAsString(StandardCharsets.UTF_8);
        TestDatabase database = TestDatabase.shared();
        try (Connection connection = database.connect(database.migrator());
                Statement statement = connection.createStatement()) {
            for (Api others : List.of(organizations.create(), organizations.create())) {
                statement.execute(seed.formatted(organizationOf(others), FEW));
            }
            statement.execute(seed.formatted(organizationOf(api), MANY));
            statement.execute("analyze");
        }
    }

    @TestFactory
    Stream<DynamicTest> everyIndexedSortIsCheapOnEveryPage() {
        return PATHS.stream()
                .flatMap(path -> Declarations.of(path).all().stream()
                        .filter(field -> field.indexes().contains(Use.SORT))
                        .flatMap(field -> Stream.of("asc", "desc")
                                .map(order -> "/" + path + "?sort_by=" + field.name() + "&sort_order=" + order))
                        .map(list -> DynamicTest.dynamicTest(list, () -> {
                            requireCheap(list + "&limit=100&cursor=", "");
                            String inTheMiddle = Walk.cursor(api.get(list + "&limit=1&skip=" + MANY / 2));
                            requireCheap(list + "&limit=100&cursor=" + inTheMiddle, "");
                        })));
    }

    @Test
    void everyTableIsPlannedForLargeTenants() throws SQLException {
        TestDatabase database = TestDatabase.shared();
        try (Connection connection = database.connect(database.migrator());
                Statement statement = connection.createStatement();
                ResultSet tables = statement.executeQuery(PLANNED_FOR_AN_AVERAGE_TENANT)) {
            assertThat(tables.next()).isFalse();
        }
    }

    @TestFactory
    Stream<DynamicTest> everyIndexedFilterIsCheap() {
        return PATHS.stream().flatMap(path -> {
            Fields fields = Declarations.of(path);
            Stream<String> own = conditions(fields, "%s", "", path);
            Stream<String> linked = fields.links().stream()
                    .flatMap(link -> conditions(
                            link.fields(),
                            link instanceof Link.Many ? link.name() + "/any(x: x/%s)" : link.name() + "/%s",
                            link.name().equals("categories") ? "category" : link.name(),
                            path));
            return Stream.concat(own, linked)
                    .map(filter -> DynamicTest.dynamicTest(
                            path + " " + filter, () -> requireCheap("/" + path + "?limit=100&cursor=", filter)));
        });
    }

    @Test
    void aPageOfOneProjectIsCheap() {
        String project = api.get("/tests?limit=1&skip=" + MANY / 3).text("0.project_id");
        requireCheap(api.with("X-Project-Id", String.valueOf(project)), "/tests?limit=100&cursor=", "");
    }

    @Test
    void whatHappenedLastIsCheap() {
        List<Plan> plans = Plans.of(() -> assertThat(
                        api.get("/services/recent-activities").at("activities").size())
                .isEqualTo(50));
        assertThat(plans)
                .filteredOn(plan -> plan.sql().contains("app.object"))
                .singleElement()
                .extracting(Plan::buffers)
                .satisfies(buffers -> assertThat(buffers).isLessThan(1000L));
    }

    private Stream<String> conditions(Fields fields, String place, String link, String path) {
        return fields.all().stream()
                .filter(field -> field.indexes().contains(Use.FILTER))
                .map(field -> place.formatted(field.name() + " eq '" + value(path, link, field) + "'"));
    }

    /// One that some objects in the middle of the list have.
    private String value(String path, String link, Field field) {
        JsonNode item = api.get("/" + path + "?limit=1&skip=" + MANY / 3).json().get(0);
        JsonNode owner = switch (link) {
            case "" -> item;
            case "tags" -> api.get("/tags?limit=1").json().get(0);
            case "comments", "tasks" -> about(path, link, item);
            default -> item.path(link).isMissingNode() ? other(item, link) : item.path(link);
        };
        return owner.path(field.name()).asString();
    }

    private JsonNode about(String path, String link, JsonNode item) {
        Map<String, String> types = Map.of("tests", "Test", "prompts", "Prompt");
        Map<String, String> texts = Map.of("comments", "content", "tasks", "title");
        return api.post(
                        "/" + link,
                        Map.of(
                                texts.get(link),
                                "Look",
                                "entity_type",
                                types.get(path),
                                "entity_id",
                                item.path("id").asString()))
                .json();
    }

    private JsonNode other(JsonNode item, String link) {
        Map<String, String> paths = Map.of(
                "user",
                "users",
                "category",
                "categories",
                "topic",
                "topics",
                "requirement",
                "requirements",
                "status",
                "statuses",
                "project",
                "projects");
        return api.get("/" + paths.get(link) + "/" + item.path(link + "_id").asString())
                .json();
    }

    private void requireCheap(String list, String filter) {
        requireCheap(api, list, filter);
    }

    private static void requireCheap(Api api, String list, String filter) {
        List<Plan> plans = Plans.of(() -> {
            Answer answer = filter.isEmpty() ? api.get(list) : api.get(list + "&$filter={f}", filter);
            assertThat(answer.status()).as(answer.json().toString()).isEqualTo(200);
            assertThat(answer.size()).isPositive();
        });
        Plan page = plans.stream()
                .filter(plan -> plan.sql().contains("fetch first"))
                .findFirst()
                .orElseThrow();
        assertThat(page.buffers())
                .as("%s%n%s", page.sql(), page.root().toPrettyString())
                .isLessThanOrEqualTo(BUFFERS_PER_ROW * page.rows() + BUFFERS_BESIDE);
    }

    private static String organizationOf(Api api) {
        return String.valueOf(api.get("/tokens/current").text("organization_id"));
    }
}
