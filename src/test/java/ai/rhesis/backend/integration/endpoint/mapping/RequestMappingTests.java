package ai.rhesis.backend.integration.endpoint.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class RequestMappingTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ files }}",
                "{{files|to_openai|tojson}}",
                "{{ files[0].data }}",
                "{{ params.files }}",
                "{% for file in files %}{{ file.filename }}{% endfor %}",
                "{{ {'a': {'b': 1}} if files else input }}",
                "See {{ input }}: {{ files | length }}",
                "{%- if\nfiles -%}yes{%- endif -%}",
            })
    void aTemplateThatNamesAVariableCanUseIt(String template) {
        assertThat(canUse(template)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "files",
                "{{ input }} without files",
                "files of {{ input }}",
                "{{ profiles }}",
                "{{ files_of_mine }}",
                "{ files }",
                "}} files {{",
            })
    void othersCanNot(String template) {
        assertThat(canUse(template)).isFalse();
    }

    private static boolean canUse(String template) {
        JsonMapper json = JsonMapper.shared();
        boolean isUsed = RequestMapping.canUse(json.valueToTree(template), "files");
        assertThat(RequestMapping.canUse(
                        json.createObjectNode()
                                .put("files", 1)
                                .set("list", json.createArrayNode().add(template)),
                        "files"))
                .isEqualTo(isUsed);
        return isUsed;
    }
}
