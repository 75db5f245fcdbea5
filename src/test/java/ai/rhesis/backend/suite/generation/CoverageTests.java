package ai.rhesis.backend.suite.generation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CoverageTests {

    private static final TestSubjects SUBJECTS = TestSubjects.of(names("R", 3), names("C", 2), names("T", 30));

    @Test
    void aPlanWithTestsEnoughHasEveryCombinationOnce() {
        assertThat(SUBJECTS.plan(180))
                .hasSize(180)
                .allMatch(state -> state.wanted() == 1)
                .extracting(CellState::cell)
                .doesNotHaveDuplicates();
        assertThat(SUBJECTS.plan(200).stream().mapToInt(CellState::wanted).sum())
                .isEqualTo(200);
    }

    @Test
    void aPlanWithFewerTestsLeavesNoNameOut() {
        List<CellState> plan = SUBJECTS.plan(30);

        assertThat(plan).hasSize(30);
        assertThat(plan).extracting(state -> state.cell().topic()).doesNotHaveDuplicates();
        assertThat(plan).extracting(state -> state.cell().category()).contains("C0", "C1");
        assertThat(plan).extracting(state -> state.cell().requirement()).contains("R0", "R1", "R2");
        assertThat(SUBJECTS.plan(6))
                .extracting(state -> state.cell().requirement() + state.cell().category())
                .doesNotHaveDuplicates();
    }

    @Test
    void withoutNamesTheUsualOnesArePlanned() {
        assertThat(TestSubjects.of(null, null, null).plan(6))
                .extracting(CellState::cell)
                .hasSize(6)
                .contains(new Cell("Robustness", "Harmful", null));
    }

    @Test
    void manyCellsShareACallAtFirst() {
        Coverage coverage = new Coverage(SUBJECTS.plan(180), 20, 0);

        Assignment first = Objects.requireNonNull(coverage.next());
        Assignment second = Objects.requireNonNull(coverage.next());

        assertThat(first.parts()).hasSize(20);
        assertThat(second.parts()).doesNotContainAnyElementsOf(first.parts());
    }

    @Test
    void aCellThatGotNothingIsAskedForAmongFewOthersThenAloneAndThenGivenUp() {
        Coverage coverage = new Coverage(SUBJECTS.plan(40), 20, 0);
        List<Integer> sizes = new ArrayList<>();
        for (Assignment next = coverage.next(); next != null; next = coverage.next()) {
            sizes.add(next.parts().size());
            assertThat(next.tests()).isLessThanOrEqualTo(20);
            coverage.answered(next, coverage.cells());
        }

        assertThat(sizes.subList(0, 2)).containsOnly(20);
        assertThat(sizes.subList(2, 10)).containsOnly(5);
        assertThat(sizes.subList(10, sizes.size())).hasSize(40).containsOnly(1);
        assertThat(coverage.cells()).allMatch(state -> state.calls() == Coverage.MAX_CALLS);
    }

    @Test
    void anAssignmentWhoseCallFailedIsGivenAgain() {
        Coverage coverage = new Coverage(SUBJECTS.plan(5), 20, 0);
        Assignment first = Objects.requireNonNull(coverage.next());
        assertThat(coverage.next()).isNull();

        coverage.release(first);

        assertThat(Objects.requireNonNull(coverage.next()).parts()).isEqualTo(first.parts());
        assertThat(coverage.cells()).allMatch(state -> state.calls() == 0);
    }

    @Test
    void aLargeCellIsAskedForInSeveralCallsAtOnce() {
        Coverage coverage =
                new Coverage(TestSubjects.of(names("R", 1), names("C", 1), null).plan(50), 20, 0);

        List<Integer> asked = new ArrayList<>();
        for (Assignment next = coverage.next(); next != null; next = coverage.next()) {
            asked.add(next.tests());
        }

        assertThat(asked).containsExactly(20, 20, 10);
    }

    @Test
    void whatCellsCannotHaveGoesToOthers() {
        Coverage coverage =
                new Coverage(TestSubjects.of(names("R", 2), names("C", 1), null).plan(4), 1, 0);
        for (Assignment next = coverage.next(); next != null; next = coverage.next()) {
            List<CellState> before = coverage.cells();
            int place = next.parts().getFirst().place();
            if (place == 0 && coverage.cells().getFirst().missing() > 0) {
                coverage.fill(place);
            }
            coverage.answered(next, before);
        }
        assertThat(coverage.missing()).isEqualTo(2);

        assertThat(coverage.redistribute()).isTrue();

        assertThat(coverage.cells()).extracting(CellState::wanted).containsExactly(4, 0);
        assertThat(coverage.next()).isNotNull();
    }

    private static List<String> names(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(number -> prefix + number).toList();
    }
}
