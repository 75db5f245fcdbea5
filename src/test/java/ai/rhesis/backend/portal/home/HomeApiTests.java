package ai.rhesis.backend.portal.home;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class HomeApiTests {

    @Autowired
    Organizations organizations;

    @Test
    void healthIsToldInTheWordsOfPublishedClients() {
        Api nobody = organizations.anonymous();
        assertThat(nobody.get("/health").json()).hasToString("{\"status\":\"ok\"}");
        assertThat(nobody.get("/health/live").text("status")).isEqualTo("UP");
        assertThat(nobody.get("/health/ready").text("status")).isEqualTo("UP");
    }

    @Test
    void whereToBeginIsToldToEveryone() {
        Api nobody = organizations.anonymous();
        Answer home = nobody.get("/");
        assertThat(home.text("name")).isEqualTo("Rhesis");
        assertThat(home.text("version")).isNotBlank();
        for (String link : List.of("docs", "openapi", "health")) {
            assertThat(nobody.get(String.valueOf(home.text(link))).status())
                    .as(link)
                    .isLessThan(400);
        }
    }
}
