package ai.rhesis.backend.run.testrun;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TestRunStateTests {

    @Test
    void aRunEndsByWhatCameOfItsTests() {
        assertThat(TestRunState.after(3, 0)).isEqualTo(TestRunState.COMPLETED);
        assertThat(TestRunState.after(3, 1)).isEqualTo(TestRunState.PARTIAL);
        assertThat(TestRunState.after(3, 3)).isEqualTo(TestRunState.FAILED);
        assertThat(TestRunState.after(0, 0)).isEqualTo(TestRunState.FAILED);
    }

    @Test
    void whatIsCompleteStays() {
        for (TestRunState state : TestRunState.values()) {
            assertThat(TestRunState.COMPLETED.mayBecome(state))
                    .as(state.toString())
                    .isFalse();
        }
        assertThat(TestRunState.QUEUED.sources()).containsExactly("Partial", "Failed", "Cancelled");
        assertThat(TestRunState.COMPLETED.sources()).containsExactly("Progress");
    }
}
