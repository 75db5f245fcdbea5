package ai.rhesis.backend.platform.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class BudgetTests {

    @Test
    void stepsAreBounded() {
        Budget budget = new Budget(2_000, Duration.ofMinutes(1));
        budget.spend(2_000);
        assertThatThrownBy(() -> budget.spend(1))
                .isInstanceOf(TooComplexException.class)
                .hasMessage("needs more than 2,000 steps");
    }

    @Test
    void timeIsBounded() {
        Budget budget = new Budget(1_000, Duration.ZERO);
        assertThatThrownBy(budget::spendTime)
                .isInstanceOf(TooComplexException.class)
                .hasMessage("takes longer than 0.0 seconds");
    }

    @Test
    void interruptIsSeen() {
        Budget budget = new Budget(1_000_000, Duration.ofMinutes(1));
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> budget.spend(10_000)).isInstanceOf(CancellationException.class);
        } finally {
            Thread.interrupted();
        }
    }

    @Test
    void everyLookAtACharacterCounts() {
        Budget budget = new Budget(1_000, Duration.ofMinutes(1));
        BudgetedText text = new BudgetedText("abcdef", budget);
        text.charAt(0);
        text.charAt(0);
        text.subSequence(2, 4).charAt(1);
        assertThat(budget.spent()).isEqualTo(3);
        assertThat(text).hasToString("abcdef");
    }
}
