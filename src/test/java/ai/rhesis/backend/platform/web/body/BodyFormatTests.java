package ai.rhesis.backend.platform.web.body;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

/// The formats of bodies and answers, whatever the libraries in the jar could read and write.
@IntegrationTest
class BodyFormatTests {

    @Autowired
    Organizations organizations;

    @Autowired
    RequestMappingHandlerAdapter handlers;

    @Test
    void nothingButJsonIsReadIntoARequest() {
        assertThat(handlers.getMessageConverters())
                .filteredOn(converter -> readsObjects(converter))
                .hasOnlyElementsOfType(JsonBodyConverter.class)
                .hasSize(1);
    }

    private static boolean readsObjects(HttpMessageConverter<?> converter) {
        return converter.canRead(Map.class, null)
                || converter.getSupportedMediaTypes().stream().anyMatch(type -> converter.canRead(Map.class, type));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/yaml", "application/xml", "application/cbor"})
    void answersInAnotherFormatAreRefused(String type) {
        Answer refused = organizations.create().with("Accept", type).get("/projects");
        assertThat(refused.status()).isEqualTo(406);
        assertThat(refused.text("title")).isEqualTo("Not Acceptable");
    }
}
