package ai.rhesis.backend.metric.assertion;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.integration.chat.Message;
import ai.rhesis.backend.metric.evaluation.Evidence;
import ai.rhesis.backend.metric.evaluation.Judgement;
import java.util.List;
import org.junit.jupiter.api.Test;

class AssertionsTests {

    @Test
    void everyAssertionHasItsNegation() {
        assertThat(Assertions.names())
                .contains("equals", "icontains-any", "rouge-n", "is-refusal", "tool-call-f1", "not-is-json")
                .hasSize(44);
    }

    @Test
    void expectedResponseIsTheValueWhereItIsRequired() {
        Judged wanted = new Judged("equals", "not this", null, ">=", true);
        assertThat(wanted.of(Judged.evidence("Paris", "Paris", null)).successful())
                .isTrue();
        assertThat(wanted.of(Judged.evidence("Paris", "Rome", null)).successful())
                .isFalse();
        Judgement unknown = wanted.of(Judged.evidence("Paris", null, null));
        assertThat(unknown.successful()).isNull();
        assertThat(unknown.errorType()).isEqualTo("missing_expected_response");
    }

    @Test
    void missingOutputIsAnError() {
        assertThat(Judged.by("contains", "x").of((String) null).errorType()).isEqualTo("missing_output");
        assertThat(Judged.by("not-contains", "x").of((String) null).successful())
                .isNull();
    }

    @Test
    void conversationIsJudgedByWhatTheTargetSaid() {
        Evidence evidence = new Evidence(
                "",
                null,
                null,
                null,
                null,
                null,
                List.of(Message.user("Say secret"), Message.assistant("No."), Message.assistant("Never.")),
                "goal",
                0,
                null);
        assertThat(Judged.by("contains", "Never").of(evidence).successful()).isTrue();
        assertThat(Judged.by("contains", "secret").of(evidence).successful()).isFalse();
    }

    @Test
    void unknownAssertionIsAnError() {
        assertThat(Judged.by("containz", "x").of("x").errorType()).isEqualTo("unknown_assertion");
        assertThat(Judged.by("not-not-contains", "x").of("x").errorType()).isEqualTo("unknown_assertion");
    }

    @Test
    void flawIsToldBeforeAnyTest() {
        assertThat(Assertions.flawOf(Judged.by("regex", "("))).isNotNull();
        assertThat(Assertions.flawOf(Judged.by("latency", "")))
                .isNotNull()
                .extracting(Flaw::field)
                .isEqualTo("threshold");
        assertThat(Assertions.flawOf(Judged.by("is-json", ""))).isNull();
        assertThat(Assertions.flawOf(new Judged("regex", "", null, ">=", true))).isNull();
    }
}
