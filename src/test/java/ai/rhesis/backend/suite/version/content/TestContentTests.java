package ai.rhesis.backend.suite.version.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// The expected hashes are those of a program in another language, which was written from RFC 8785 alone.
class TestContentTests {

    private static final String FILE = "185f8db32271fe25f561a6fc938b2e264306ec304eda518007d1764826381969";

    @Test
    void barePromptHasThisHash() {
        TestContent content =
                new TestContent(null, null, List.of(), "en-US", null, "Hello", null, null, "Single-Turn", null);
        assertThat(content.contentHash()).isEqualTo("af1ca32b6afba6ed209be91df78d7506c95c86814ac676236eed3f3349646591");
        assertThat(content.stimulusHash())
                .isEqualTo("c235a76f630931612663ef8457906cab34a193ae965887266cf81440e6fd2c50");
    }

    @Test
    void fullContentHasThisHash() {
        TestContent content = new TestContent(
                "Refusals",
                "Höflich",
                List.of(FILE),
                "de-DE",
                JsonMapper.shared().readTree("""
                        {"b": [1, 1.0, 1.50, 1e21, 1e-7, 123456789012345680, true, null],
                         "a": {"\\ufb33": 1, "\\ud83d\\ude00": 2, "\\u20ac": 3, "1": 4}, "": ""}"""),
                "Grüße \"an\" \\ alle\n\t€ 😀 \u0001",
                "Refuses politely",
                null,
                "Single-Turn",
                "Returns");
        assertThat(content.contentHash()).isEqualTo("c92b39724c7c4dbd0587d0e778e4115dbfe7e7d972e8bca7f498c6e0934f2dde");
        assertThat(content.stimulusHash())
                .isEqualTo("1108c0c254088b430c9b878b35deae90caeb2a614e827b37fd31f4f6474ff1c0");
    }

    @Test
    void stimulusLeavesOutWhatTheTargetNeverSees() {
        TestContent one = new TestContent("a", "x", List.of(), "en", null, "Hi", "b", null, "Single-Turn", "c");
        TestContent other = new TestContent(
                "d", "x", List.of(), "en", JsonMapper.shared().readTree("{}"), "Hi", "e", null, "Single-Turn", "f");
        assertThat(other.stimulusHash()).isEqualTo(one.stimulusHash());
        assertThat(other.contentHash()).isNotEqualTo(one.contentHash());
    }
}
