package ai.rhesis.backend.platform.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A case of the kept reference values: the numbers put in and the numbers that R or SciPy answered.
public record Reference(JsonNode node) {

    private static final double PRECISION = 1e-9;

    /// The cases of a formula in both files, at least one.
    public static List<Reference> of(String formula) {
        List<Reference> cases = Stream.of("r.json", "scipy.json")
                .flatMap(file -> StreamSupport.stream(read(file).path(formula).spliterator(), false))
                .map(Reference::new)
                .toList();
        assertThat(cases).as(formula).isNotEmpty();
        return cases;
    }

    private static JsonNode read(String file) {
        InputStream stream = Reference.class.getResourceAsStream("/statistics/" + file);
        return JsonMapper.shared().readTree(Objects.requireNonNull(stream));
    }

    boolean has(String name) {
        return node.has(name);
    }

    public double number(String name) {
        return node.required(name).asDouble();
    }

    long count(String name) {
        return Math.round(number(name));
    }

    String text(String name) {
        return node.required(name).asString();
    }

    public double[] numbers(String name) {
        return StreamSupport.stream(node.required(name).spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .toArray();
    }

    /// Rows of whole numbers.
    List<long[]> rows(String name) {
        return StreamSupport.stream(node.required(name).spliterator(), false)
                .map(row -> StreamSupport.stream(row.spliterator(), false)
                        .mapToLong(JsonNode::asLong)
                        .toArray())
                .toList();
    }

    /// Compares a figure to 1e-9, and an undefined one to null; a case without the name says nothing of it.
    void expect(String name, @Nullable Double actual) {
        if (node.path(name).isNull()) {
            assertThat(actual).as("%s of %s", name, node).isNull();
        } else if (has(name)) {
            assertThat(actual).as("%s of %s", name, node).isCloseTo(number(name), within(PRECISION));
        }
    }

    void expect(@Nullable Interval actual) {
        assertThat(actual).as("%s", node).isNotNull();
        expect("lo", Objects.requireNonNull(actual).lo());
        expect("hi", actual.hi());
    }

    PairedOutcomes outcomes() {
        return new PairedOutcomes(count("n"), count("improved"), count("regressed"));
    }
}
