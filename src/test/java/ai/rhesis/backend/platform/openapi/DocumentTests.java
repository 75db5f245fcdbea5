package ai.rhesis.backend.platform.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The document of the interface, as a generator of clients reads it.
@IntegrationTest
class DocumentTests {

    private static final String TEXTS = "src/test/resources/openapi/";
    private static final Path SHIPPED = Path.of("src/main/resources/openapi/openapi.json");
    private static final String RENEWAL = "./mvnw test -Dtest=DocumentTests -Dopenapi.renew";
    private static final Set<String> OF_GENERATORS = Set.of(
            "ApiClient",
            "ApiException",
            "ApiResponse",
            "Configuration",
            "Error",
            "Exception",
            "File",
            "JSON",
            "Model",
            "Object",
            "Pair",
            "ServerConfiguration",
            "ServerVariable",
            "StringUtil");

    @Autowired
    Organizations organizations;

    @Autowired
    LiveDocument live;

    JsonNode document;

    @BeforeEach
    void read() {
        document = live.read();
    }

    @Test
    void theServerShipsTheDocumentOfThisCode() throws IOException {
        if (System.getProperty("openapi.renew") != null) {
            Files.writeString(SHIPPED, live.file());
        }
        JsonNode shipped = JsonMapper.shared().readTree(Files.readString(SHIPPED));
        assertThat(differences(shipped, document))
                .as("%s is stale; renew it with %s and commit it", SHIPPED, RENEWAL)
                .isEmpty();
    }

    @Test
    void theDocumentIsServedOnceToEachClient() {
        Answer first = organizations.anonymous().get("/openapi.json");
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.header("Content-Type")).startsWith("application/json");
        assertThat(first.json().path("servers").path(0).path("url").asString()).isEqualTo("/");
        Answer again = organizations
                .anonymous()
                .with("If-None-Match", String.valueOf(first.header("ETag")))
                .get("/openapi.json");
        assertThat(again.status()).isEqualTo(304);
    }

    @Test
    void thePageOfTheDocumentIsServedWithItsParts() {
        for (String part : List.of("index.html", "page.js", "swagger-ui.css", "swagger-ui-bundle.js")) {
            assertThat(organizations.anonymous().get("/docs/" + part).status())
                    .as(part)
                    .isEqualTo(200);
        }
        assertThat(organizations.anonymous().get("/docs").header("Location")).endsWith("/docs/index.html");
    }

    @Test
    void everyOperationIsDescribed() {
        forEachOperation((name, operation) -> {
            String id = operation.path("operationId").asString("");
            assertThat(operation.path("description").asString(""))
                    .as("%s: describe %s in %soperations.yaml", name, id, TEXTS)
                    .endsWith(".");
            assertThat(operation.path("responses").propertyNames())
                    .as("%s: 4xx responses", name)
                    .anyMatch(status -> status.startsWith("4"));
        });
    }

    @Test
    void everyPropertyAndParameterIsDescribed() {
        List<String> missing = new ArrayList<>();
        Schemas.of(document)
                .forEachEntry((schema, definition) -> Schemas.forEachProperty(
                        definition, (name, property) -> note(missing, schema + "." + name, property)));
        forEachOperation((route, operation) -> {
            String id = operation.path("operationId").asString("");
            operation
                    .path("parameters")
                    .valueStream()
                    .filter(parameter -> parameter.has("name"))
                    .forEach(parameter ->
                            note(missing, id + "." + parameter.path("name").asString(), parameter));
            operation
                    .at("/requestBody/content")
                    .forEach(content -> Schemas.forEachProperty(
                            content.path("schema"), (name, property) -> note(missing, id + "." + name, property)));
        });
        assertThat(missing).as("describe these in %sproperties.yaml", TEXTS).isEmpty();
    }

    private static void note(List<String> missing, String name, JsonNode described) {
        if (!described.path("description").asString("").endsWith(".")) {
            missing.add(name);
        }
    }

    @Test
    void everyBodyHasAnExampleThatItsSchemaAccepts() {
        forEachOperation((name, operation) -> operation
                .at("/requestBody/content")
                .forEachEntry((type, content) -> {
                    assertThat(content.has("example"))
                            .as("%s: add an example of the body to %sexamples.yaml", name, TEXTS)
                            .isTrue();
                    assertThat(errors(content.path("schema"), content.path("example")))
                            .as("%s: the example in %sexamples.yaml", name, TEXTS)
                            .isEmpty();
                }));
    }

    /// Validates against a schema that sees the components of the document.
    private List<String> errors(JsonNode schema, JsonNode value) {
        ObjectNode root = ((ObjectNode) schema).deepCopy();
        root.set("components", document.path("components"));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(root)
                .validate(value)
                .stream()
                .map(Object::toString)
                .toList();
    }

    @Test
    void noSchemaIsCalledLikeAClassOfAGenerator() {
        assertThat(Schemas.of(document).propertyNames())
                .as("rename the record")
                .doesNotContainAnyElementsOf(OF_GENERATORS)
                .noneMatch(name -> name.contains("JsonNode"));
    }

    @Test
    void whatIsAnsweredAlwaysIsRequired() {
        assertThat(required("TestResultResponse")).contains("id", "status", "verdict", "test_output", "test_id");
        assertThat(required("UserResponse")).contains("role").doesNotContain("invitation_code");
        assertThat(required("SummaryView")).contains("errors").doesNotContain("average_score");
        assertThat(required("PromptRequest")).containsExactly("content");
    }

    private List<String> required(String schema) {
        return Schemas.of(document)
                .path(schema)
                .path("required")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    @Test
    void freeJsonHasAFreeSchema() {
        JsonNode output = document.at("/components/schemas/TestResultResponse/properties/test_output");
        assertThat(output.propertyNames()).containsExactly("description");
        JsonNode metrics = document.at("/components/schemas/TestResultResponse/properties/test_metrics");
        assertThat(metrics.path("$ref").asString()).isEqualTo("#/components/schemas/TestMetrics");
    }

    @Test
    void whatIsEnumeratedIsAnEnumeration() {
        for (String schema : List.of("MetricRequest", "MetricResponse")) {
            JsonNode kind = document.at("/components/schemas/" + schema + "/properties/score_type");
            assertThat(kind.path("enum").valueStream().map(JsonNode::asString))
                    .as(schema)
                    .containsExactly("binary", "numeric", "categorical");
            assertThat(kind.path("type").asString()).as(schema).isEqualTo("string");
        }
    }

    @Test
    void noParameterStandsTwice() {
        forEachOperation(
                (name, operation) -> assertThat(parameters(operation)).as(name).doesNotHaveDuplicates());
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        assertThat(document.findValuesAsString("$ref"))
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(
                                document.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
    }

    @Test
    void everyOperationSaysWhatItDoes() {
        List<String> ids = new ArrayList<>();
        forEachOperation((name, operation) -> {
            assertThat(operation.path("summary").asString("")).as(name).isNotBlank();
            assertThat(operation.path("tags").size()).as(name).isEqualTo(1);
            ids.add(operation.path("operationId").asString());
        });
        assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("[a-z_]+"));
    }

    /// The pointers of what differs, down to operations and schemas.
    private static List<String> differences(JsonNode one, JsonNode other) {
        List<String> pointers = new ArrayList<>();
        compare("", one, other, 3, pointers);
        return pointers;
    }

    private static void compare(String at, JsonNode one, JsonNode other, int depth, List<String> pointers) {
        if (one.equals(other)) {
            return;
        }
        if (depth == 0 || !one.isObject() || !other.isObject()) {
            pointers.add(at);
            return;
        }
        Set<String> names = new TreeSet<>(one.propertyNames());
        names.addAll(other.propertyNames());
        names.forEach(name -> compare(at + "/" + name, one.path(name), other.path(name), depth - 1, pointers));
    }

    @Test
    void everySuccessSaysWhatItHolds() {
        forEachOperation((name, operation) -> {
            JsonNode responses = operation.path("responses");
            if (responses.has("204") && !responses.has("200")) {
                return;
            }
            JsonNode success = responses.path(responses.propertyNames().stream()
                    .filter(status -> status.startsWith("2"))
                    .findFirst()
                    .orElseThrow());
            JsonNode response = document.at(success.path("$ref").asString("").replaceFirst("^#", ""));
            assertThat((success.has("$ref") ? response : success)
                            .path("content")
                            .isEmpty())
                    .as(name)
                    .isFalse();
        });
    }

    @Test
    void partsOfPathsAreCalledAsInJson() {
        forEachOperation((name, operation) -> {
            List<String> parts = Pattern.compile("\\{(\\w+)}")
                    .matcher(name)
                    .results()
                    .map(part -> part.group(1))
                    .toList();
            assertThat(parts).as(name).allMatch(part -> part.matches("[a-z_]+"));
            assertThat(operation
                            .path("parameters")
                            .valueStream()
                            .filter(parameter ->
                                    parameter.path("in").asString("").equals("path"))
                            .map(parameter -> parameter.path("name").asString("")))
                    .as(name)
                    .containsExactlyInAnyOrderElementsOf(parts);
        });
    }

    @Test
    void everyOperationReadsAsASentence() {
        forEachOperation((name, operation) -> assertThat(
                        operation.path("summary").asString("").split(" ")[0])
                .as(name + "; say what it does in " + TEXTS + "operations.yaml")
                .matches("[A-Z][a-z]+"));
        forEachOperation((name, operation) -> assertThat(
                        described(operation.path("tags").path(0).asString("")))
                .as(name + "; describe its tag in " + TEXTS + "document.yaml")
                .isTrue());
    }

    @Test
    void whatIsSentAsABodyIsNoParameter() {
        JsonNode bulk = document.at("/paths/~1tests~1bulk/post");
        assertThat(bodyParts(bulk)).containsExactlyInAnyOrder("tests", "test_set_id");
        assertThat(parameters(bulk)).contains("partial", "dry_run").doesNotContain("body");
        JsonNode upload = document.at("/paths/~1files/post");
        assertThat(bodyParts(upload)).containsExactly("files");
        assertThat(parameters(upload)).contains("entity_type").doesNotContain("files");
        JsonNode imported = document.at("/paths/~1import~1analyze/post");
        assertThat(bodyParts(imported)).containsExactly("file");
        assertThat(parameters(imported)).doesNotContain("file");
    }

    @Test
    void aDownloadIsAFileOfEachFormat() {
        JsonNode download = document.at("/paths/~1test_sets~1{id}~1download/get");
        assertThat(download.at("/responses/200/content").propertyNames()).contains("text/csv", "application/yaml");
    }

    private boolean described(String tag) {
        return document.path("tags")
                .valueStream()
                .anyMatch(known -> known.path("name").asString("").equals(tag)
                        && known.path("description").asString("").endsWith("."));
    }

    @Test
    void whatNarrowsAListIsOptional() {
        for (String path : List.of("categories", "topics", "statuses")) {
            JsonNode list = document.path("paths").path("/" + path).path("get");
            assertThat(parameters(list)).contains("entity_type", "#/components/parameters/list.limit");
            assertThat(list.path("parameters"))
                    .filteredOn(parameter -> parameter.path("name").asString("").equals("entity_type"))
                    .allSatisfy(
                            parameter -> assertThat(parameter.path("required").asBoolean(false))
                                    .isFalse());
        }
    }

    @Test
    void onlyWhatCanBeInAProjectTakesOne() {
        String project = "#/components/parameters/project-id";
        assertThat(parameters(document.at("/paths/~1tests/get"))).contains(project);
        assertThat(parameters(document.at("/paths/~1test_sets~1{id}/put"))).contains(project);
        assertThat(parameters(document.at("/paths/~1prompts/get"))).doesNotContain(project);
    }

    private static List<String> bodyParts(JsonNode operation) {
        List<String> names = new ArrayList<>();
        operation
                .at("/requestBody/content")
                .forEach(content ->
                        Schemas.forEachProperty(content.path("schema"), (name, property) -> names.add(name)));
        return names;
    }

    private void forEachOperation(BiConsumer<String, ObjectNode> check) {
        Schemas.forEachOperation(document, check);
    }

    private static List<String> parameters(JsonNode operation) {
        List<String> names = new ArrayList<>();
        operation
                .path("parameters")
                .forEach(parameter -> names.add(
                        parameter.path("$ref").asString(parameter.path("name").asString(""))));
        return names;
    }
}
