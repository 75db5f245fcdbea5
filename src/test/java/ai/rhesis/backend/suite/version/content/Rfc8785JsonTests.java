package ai.rhesis.backend.suite.version.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class Rfc8785JsonTests {

    /// The examples of RFC 8785, appendix B, and doubles that Java writes with more digits than ECMAScript.
    @ParameterizedTest
    @CsvSource({
        "0x0000000000000000, 0",
        "0x8000000000000000, 0",
        "0x0000000000000001, 5e-324",
        "0x8000000000000001, -5e-324",
        "0x7fefffffffffffff, 1.7976931348623157e+308",
        "0xffefffffffffffff, -1.7976931348623157e+308",
        "0x4340000000000000, 9007199254740992",
        "0xc340000000000000, -9007199254740992",
        "0x4430000000000000, 295147905179352830000",
        "0x44b52d02c7e14af5, 9.999999999999997e+22",
        "0x44b52d02c7e14af6, 1e+23",
        "0x44b52d02c7e14af7, 1.0000000000000001e+23",
        "0x444b1ae4d6e2ef4e, 999999999999999700000",
        "0x444b1ae4d6e2ef4f, 999999999999999900000",
        "0x444b1ae4d6e2ef50, 1e+21",
        "0x3eb0c6f7a0b5ed8c, 9.999999999999997e-7",
        "0x3eb0c6f7a0b5ed8d, 0.000001",
        "0x41b3de4355555553, 333333333.3333332",
        "0x41b3de4355555554, 333333333.33333325",
        "0x41b3de4355555555, 333333333.3333333",
        "0xbecbf647612f3696, -0.0000033333333333333333",
        "0x43143ff3c1cb0959, 1424953923781206.2",
        "0x0000000000000004, 2e-323"
    })
    void numberIsWrittenAsEcmaScriptDoes(String bits, String expected) {
        double value = Double.longBitsToDouble(Long.parseUnsignedLong(bits.substring(2), 16));
        assertThat(Rfc8785Json.number(value)).isEqualTo(expected);
    }

    /// The example of RFC 8785, section 3.2.3, and its section 3.2.2.
    @Test
    void keysAreSortedByTheirCodeUnits() {
        String json = """
                {"\\u20ac": "Euro Sign", "\\r": "Carriage Return", "\\ufb33": "Hebrew Letter Dalet With Dagesh",
                 "1": "One", "\\ud83d\\ude00": "Emoji: Grinning Face", "\\u0080": "Control", "\\u00f6": "O"}
                """;
        assertThat(canonical(json))
                .isEqualTo("{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\",\"\u00f6\":\"O\","
                        + "\"\u20ac\":\"Euro Sign\",\"\ud83d\ude00\":\"Emoji: Grinning Face\","
                        + "\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
    }

    @Test
    void valuesAreWrittenWithoutSpaces() {
        String json = """
                {"string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/", "literals": [null, true, false],
                 "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001], "empty": [{}, []]}
                """;
        assertThat(canonical(json)).isEqualTo("""
                {"empty":[{},[]],"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],\
                "string":"€$\\u000f\\nA'B\\"\\\\\\\\\\"/"}""");
    }

    private static String canonical(String json) {
        return Rfc8785Json.of(JsonMapper.shared().readTree(json));
    }
}
