package ai.rhesis.backend.platform.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// The document of the interface, as a generator of clients reads it.
@IntegrationTest
class DocumentTests {

    @Autowired
    Organizations organizations;

    JsonNode document;

    @BeforeEach
    void read() {
        document = organizations.anonymous().get("/openapi.json").json();
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

    @Test
    void everySuccessSaysWhatItHolds() {
        forEachOperation((name, operation) -> {
            JsonNode success = operation.path("responses").path("200");
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
                .as(name + "; say what it does in openapi/summaries.properties")
                .matches("[A-Z][a-z]+"));
        forEachOperation((name, operation) -> assertThat(
                        described(operation.path("tags").path(0).asString("")))
                .as(name + "; describe its tag in openapi/document.yaml")
                .isTrue());
    }

    @Test
    void whatIsSentAsABodyIsNoParameter() {
        JsonNode bulk = document.at("/paths/~1tests~1bulk/post");
        assertThat(bulk.at("/requestBody/$ref").asString(""))
                .isEqualTo("#/components/requestBodies/tests_create_tests");
        assertThat(parameters(bulk)).contains("partial", "dry_run").doesNotContain("body");
        JsonNode upload = document.at("/paths/~1files/post");
        assertThat(upload.at("/requestBody/$ref").asString("")).endsWith("files_create");
        assertThat(parameters(upload)).contains("entity_type").doesNotContain("files");
        JsonNode imported = document.at("/paths/~1import~1analyze/post");
        assertThat(imported.at("/requestBody/$ref").asString("")).endsWith("import_analyze");
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

    private interface Check {

        void check(String name, JsonNode operation);
    }

    private void forEachOperation(Check check) {
        document.path("paths")
                .forEachEntry((path, item) ->
                        item.forEachEntry((method, operation) -> check.check(method + " " + path, operation)));
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
