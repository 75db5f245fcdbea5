package ai.rhesis.backend.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class LanguageApiTests {

    @Autowired
    Organizations organizations;

    @Test
    void problemsAreToldInOneLanguageWhateverTheClientPrefers() {
        Answer answer = organizations.create().with("Accept-Language", "de").post("/prompts", Map.of());

        assertThat(answer.text("detail.0.loc.1")).isEqualTo("content");
        assertThat(answer.text("detail.0.msg")).isEqualTo("must not be null");
    }
}
