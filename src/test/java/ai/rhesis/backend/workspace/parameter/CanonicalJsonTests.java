package ai.rhesis.backend.workspace.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Compares with what Python 3 writes, from which the expected texts were taken.
class CanonicalJsonTests {

    @TestFactory
    Stream<DynamicTest> aFloatIsWrittenAsPythonWritesIt() {
        return Map.ofEntries(
                        Map.entry(0.0, "0.0"),
                        Map.entry(-0.0, "-0.0"),
                        Map.entry(1.0, "1.0"),
                        Map.entry(-2.5, "-2.5"),
                        Map.entry(0.7, "0.7"),
                        Map.entry(100.0, "100.0"),
                        Map.entry(0.0001, "0.0001"),
                        Map.entry(0.00001, "1e-05"),
                        Map.entry(0.000012345, "1.2345e-05"),
                        Map.entry(1e15, "1000000000000000.0"),
                        Map.entry(1e16, "1e+16"),
                        Map.entry(9999999999999998.0, "9999999999999998.0"),
                        Map.entry(123456789012345680.0, "1.2345678901234568e+17"),
                        Map.entry(1e23, "1e+23"),
                        Map.entry(0.1 + 0.2, "0.30000000000000004"),
                        Map.entry(1 / 3.0, "0.3333333333333333"),
                        Map.entry(Double.MIN_VALUE, "5e-324"),
                        Map.entry(2e-323, "2e-323"),
                        Map.entry(-Double.MAX_VALUE, "-1.7976931348623157e+308"))
                .entrySet()
                .stream()
                .map(each -> DynamicTest.dynamicTest(
                        each.getValue(),
                        () -> assertThat(CanonicalJson.of(each.getKey())).isEqualTo(each.getValue())));
    }

    @Test
    void keysAreSortedAndNothingIsBetween() {
        assertThat(CanonicalJson.of(Map.of("b", List.of(true, "x"), "a", Map.of("z", BigInteger.TEN, "y", 1.0))))
                .isEqualTo("{\"a\":{\"y\":1.0,\"z\":10},\"b\":[true,\"x\"]}");
    }

    @Test
    void textIsEscapedAsLittleAsCanBe() {
        assertThat(CanonicalJson.of("ä 😀 / \" \\ \n\r\t\b\f\u0001\u001f\u007f"))
                .isEqualTo("\"ä 😀 / \\\" \\\\ \\n\\r\\t\\b\\f\\u0001\\u001f\u007f\"");
    }
}
