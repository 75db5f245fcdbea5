package ai.rhesis.backend.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemTests {

    @Test
    void aRefusedChoiceNamesAllThatAreAllowed() {
        List<String> formats = List.of("csv", "json", "xlsx");
        Problem refused = Problem.notOneOf("format", formats);
        assertThat(refused.httpStatus().value()).isEqualTo(400);
        assertThat(refused.detail()).isEqualTo("format must be csv, json or xlsx");
        assertThat(refused.members()).containsEntry("field", "format").containsEntry("allowed_values", formats);
        assertThat(Problem.notOneOf("order", List.of("asc", "desc")).detail()).isEqualTo("order must be asc or desc");
    }
}
