package ai.rhesis.backend.platform.web.body;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.platform.problem.Violation;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class UnstorableValuesTests {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final List<Violation> violations = new ArrayList<>();

    @Test
    void placesAreNamed() {
        ObjectNode tree = JSON.createObjectNode();
        tree.putObject("a").putArray("b").add("fine").add("not\0fine");
        tree.putObject("k\0").put("c", "fine");
        assertThat(UnstorableValues.find(tree, violations)).isTrue();
        assertThat(violations).extracting(Violation::field).containsExactly("a.b.1", "");
    }

    @Test
    void whatIsTooDeepIsNamedByItsOutermostKey() {
        ObjectNode tree = JSON.createObjectNode();
        ArrayNode inner = tree.putArray("deep");
        for (int level = 0; level < UnstorableValues.MAX_DEPTH; level++) {
            inner = inner.addArray();
        }
        assertThat(UnstorableValues.find(tree, violations)).isTrue();
        assertThat(violations).extracting(Violation::field).containsExactly("deep");
    }

    @Test
    @Timeout(20)
    void longKeysAroundManyValuesCostNoMoreThanTheirLength() {
        ObjectNode tree = JSON.createObjectNode();
        ObjectNode inner = tree;
        for (int level = 0; level < 100; level++) {
            inner = inner.putObject("k".repeat(40_000));
        }
        ArrayNode values = inner.putArray("values");
        for (int value = 0; value < 150_000; value++) {
            values.add(value);
        }
        values.add("not\0fine");
        assertThat(UnstorableValues.find(tree, violations)).isTrue();
        assertThat(violations).hasSize(1);
        assertThat(violations.getFirst().field()).hasSizeLessThan(11_000).endsWith("values.150000");
    }

    @Test
    void aLongNameIsCutToWholeCharacters() {
        ObjectNode tree = JSON.createObjectNode();
        tree.put("k".repeat(99) + "\ud83d\ude00 and more", "not\0fine");
        assertThat(UnstorableValues.find(tree, violations)).isTrue();
        assertThat(violations.getFirst().field()).isEqualTo("k".repeat(99) + "\ufffd");
    }

    @Test
    void tooManyValuesAreRefused() {
        ArrayNode tree = JSON.createArrayNode();
        for (int value = 0; value < UnstorableValues.MAX_VALUES; value++) {
            tree.add(value);
        }
        assertThat(UnstorableValues.find(tree, violations)).isFalse();
        assertThat(violations).extracting(Violation::msg).containsExactly("holds more than 200,000 values");
    }
}
