package ai.rhesis.backend.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/// The judge of all answers itself.
class DocumentedAnswerTests {

    private static final String TERMS = "/auth/terms-status";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"terms_accepted\":true,\"has_prior_acceptance\":false}|",
                "{\"terms_accepted\":true}|required property 'has_prior_acceptance' not found",
                "{\"terms_accepted\":1,\"has_prior_acceptance\":false}|/terms_accepted: integer found, boolean expected",
                "{\"terms_accepted\":true,\"has_prior_acceptance\":false,\"more\":1}|property 'more' is not defined",
                "[]|array found, object expected"
            })
    void bodiesAreThoseOfTheirSchema(String body, @Nullable String mistake) {
        assertMistake(answer("GET", TERMS, 200, body), mistake);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "404|{\"title\":\"Not Found\",\"status\":404,\"detail\":\"d\",\"item_id\":\"i\"}|",
                "404|{\"title\":\"Not Found\",\"status\":404,\"detail\":\"d\",\"limit_bytes\":1}|'limit_bytes' is not defined",
                "404|{\"title\":\"Not Found\",\"status\":404}|required property 'detail' not found",
                "422|{\"title\":\"t\",\"status\":422,\"detail\":[{\"type\":\"t\",\"loc\":[\"path\",\"id\"],\"msg\":\"m\"}]}|",
                "422|{\"title\":\"t\",\"status\":422,\"detail\":\"d\"}|/detail: string found, array expected",
                "502|{\"title\":\"t\",\"status\":502,\"detail\":\"d\",\"reason\":\"network\"}|",
                "206|{}|it has no such status"
            })
    void problemsAreThoseOfTheirStatus(int status, String body, @Nullable String mistake) {
        assertMistake(answer("GET", "/prompts/x", status, body), mistake);
    }

    @Test
    void pathsAndMethodsAreDocumentedOrAnswerProblems() {
        String problem = "{\"title\":\"t\",\"status\":405,\"detail\":\"d\"}";
        assertThat(answer("PUT", "/prompts", 405, problem).mistake()).isEmpty();
        assertThat(answer("GET", "/nowhere", 404, problem).mistake()).isEmpty();
        assertThat(answer("GET", "/nowhere", 404, "{}").mistake()).contains("required property 'title' not found");
        assertThat(answer("GET", "/nowhere", 200, "{}").mistake()).isEqualTo("there is no such operation");
        assertThat(answer("GET", TERMS + "/", 200, "[]").mistake()).contains("array found");
    }

    @Test
    void contentTypesAreDocumented() {
        assertThat(typed("/prompts", "text/csv")).contains("its content type is one of [application/json] and not");
        assertThat(typed("/files/x/content", "image/gif")).isEmpty();
        assertThat(typed("/test_runs/x/report", "text/html;charset=UTF-8")).isEmpty();
        assertThat(new DocumentedAnswer(
                                HttpMethod.GET,
                                URI.create("/prompts"),
                                HttpStatusCode.valueOf(200),
                                null,
                                MissingNode.getInstance())
                        .mistake())
                .contains("it has a content type");
    }

    @Test
    void selectedKeysAreAllThatThereIs() {
        assertThat(answer("GET", "/prompts?$select=content", 200, "[{\"id\":\"x\"}]")
                        .mistake())
                .contains("uuid")
                .doesNotContain("required");
        assertThat(answer("GET", "/prompts?skip=1", 200, "[{}]").mistake()).contains("required property 'id'");
    }

    @Test
    void whatIsNotAllowedEndsTheTest() {
        assertThatThrownBy(() -> answer("GET", TERMS, 200, "[]").require())
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("openapi.json doesn't allow the answer 200 to GET " + TERMS);
    }

    private static void assertMistake(DocumentedAnswer answer, @Nullable String mistake) {
        if (mistake == null) {
            assertThat(answer.mistake()).isEmpty();
        } else {
            assertThat(answer.mistake()).contains(mistake);
        }
    }

    private static String typed(String path, String type) {
        return new DocumentedAnswer(
                        HttpMethod.GET,
                        URI.create(path),
                        HttpStatusCode.valueOf(200),
                        MediaType.valueOf(type),
                        MissingNode.getInstance())
                .mistake();
    }

    private static DocumentedAnswer answer(String method, String path, int status, String body) {
        return new DocumentedAnswer(
                HttpMethod.valueOf(method),
                URI.create(path),
                HttpStatusCode.valueOf(status),
                MediaType.APPLICATION_JSON,
                JsonMapper.shared().readTree(body));
    }
}
