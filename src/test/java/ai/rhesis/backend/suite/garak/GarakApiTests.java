package ai.rhesis.backend.suite.garak;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class GarakApiTests {

    @Autowired
    Organizations organizations;

    @Test
    void thereAreNoProbesAndThatIsSaid() {
        Api api = organizations.create();
        Answer probes = api.get("/garak/probes");
        assertThat(probes.text("total_modules")).isEqualTo("0");
        assertThat(probes.text("garak_version")).contains("this server has no probes");
        assertThat(probes.at("modules").size()).isZero();
        assertThat(api.get("/garak/probes/dan").status()).isEqualTo(404);
        String set = api.create("/test_sets", Map.of("name", "Smoke"));
        for (String path : List.of("/garak/import", "/garak/import/preview", "/garak/generate", "/garak/sync/" + set)) {
            Answer refused = api.post(path, Map.of("probes", List.of()));
            assertThat(refused.status()).as(path).isEqualTo(400);
            assertThat(refused.text("detail")).contains("no probes of Garak");
        }
        assertThat(api.get("/garak/sync/" + set + "/preview").status()).isEqualTo(400);
        assertThat(organizations.create().post("/garak/sync/" + set, null).status())
                .isEqualTo(404);
    }
}
