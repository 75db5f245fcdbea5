package ai.rhesis.backend.integration.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class ProviderFiltersTests {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final Map<String, Object> VALUES = Map.of(
            "input",
            "Look",
            "files",
            List.of(
                    Map.of("filename", "a.png", "content_type", "image/png", "data", "QQ=="),
                    Map.of("filename", "b.pdf", "content_type", "application/pdf", "data", "Qg==")),
            "nameless",
            List.of(Map.of("data", "QQ=="), "no file"),
            "messages",
            List.of(
                    Map.of("role", "system", "content", "Be kind"),
                    Map.of("role", "user", "content", "Hello"),
                    Map.of("role", "assistant", "content", "Hi")));

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
            files | to_openai => [{"type":"image_url","image_url":{"url":"data:image/png;base64,QQ=="}},\
            {"type":"image_url","image_url":{"url":"data:application/pdf;base64,Qg=="}}]
            files | to_anthropic => [{"type":"image","source":{"type":"base64","media_type":"image/png","data":"QQ=="}},\
            {"type":"document","source":{"type":"base64","media_type":"application/pdf","data":"Qg=="}}]
            files | to_gemini => [{"inline_data":{"mime_type":"image/png","data":"QQ=="}},\
            {"inline_data":{"mime_type":"application/pdf","data":"Qg=="}}]
            nameless | to_openai => [{"type":"image_url","image_url":{"url":"data:application/octet-stream;base64,QQ=="}}]
            missing | to_openai => []
            missing | to_openai | tojson => []
            missing | openai_content => [{"type":"text","text":"Look"}]
            missing | anthropic_content('Other') => [{"type":"text","text":"Other"}]
            missing | gemini_parts(input_text='Other') => [{"text":"Other"}]
            nameless | gemini_parts | last => {"inline_data":{"mime_type":"application/octet-stream","data":"QQ=="}}
            messages | to_anthropic_messages => [{"role":"user","content":"Hello"},{"role":"assistant","content":"Hi"}]
            messages | to_gemini_contents => [{"role":"user","parts":[{"text":"Hello"}]},\
            {"role":"model","parts":[{"text":"Hi"}]}]
            """)
    void filesAndMessagesTakeTheFormOfTheProvider(String expression, String json) {
        Object rendered = Template.of("{{ " + expression + " }}").render(VALUES);
        assertThat(Values.toJson(rendered)).isEqualTo(JSON.readTree(json));
    }
}
