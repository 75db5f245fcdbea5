package ai.rhesis.backend.suite.generation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The coverage of a plan: which cells still lack tests, and what the next call asks for.
///
/// Many cells share a call at first. One that got too little is asked for again among few others and with spare
/// tests, then alone, and after three calls it is given up: a model that has favourites is led away from them.
public final class Coverage {

    static final int MAX_CALLS = 3;
    private static final int SPARE = 4;

    private final List<CellState> cells;
    private final int batch;
    private final int[] awaited;
    private final int[] inFlight;
    private int calls;

    /// @param batch how many tests one call asks for at most
    /// @param calls how many there were before
    public Coverage(List<CellState> cells, int batch, int calls) {
        this.cells = new ArrayList<>(cells);
        this.batch = batch;
        this.calls = calls;
        awaited = new int[cells.size()];
        inFlight = new int[cells.size()];
    }

    public List<CellState> cells() {
        return List.copyOf(cells);
    }

    public int calls() {
        return calls;
    }

    int made() {
        return cells.stream().mapToInt(CellState::made).sum();
    }

    int missing() {
        return cells.stream().mapToInt(CellState::missing).sum();
    }

    /// Chooses what the next call asks for, the cells with the fewest misses first; null when there is nothing to ask
    /// for, or all of that is awaited.
    @Nullable
    Assignment next() {
        int[] open = IntStream.range(0, cells.size()).filter(this::isOpen).toArray();
        int misses = Arrays.stream(open)
                .map(place -> cells.get(place).misses())
                .min()
                .orElse(0);
        List<Assignment.Part> parts = new ArrayList<>();
        int room = batch;
        for (int place : open) {
            if (cells.get(place).misses() == misses && room > 0) {
                int missing = Math.min(room, lacking(place));
                int tests = (int) Math.min(room, missing * spare(misses));
                parts.add(new Assignment.Part(place, cells.get(place).cell(), missing, tests));
                room -= tests;
            }
        }
        return parts.isEmpty() ? null : begun(new Assignment(calls++, parts));
    }

    private Assignment begun(Assignment assignment) {
        assignment.parts().forEach(part -> {
            awaited[part.place()] += part.missing();
            inFlight[part.place()]++;
        });
        return assignment;
    }

    /// Takes back an assignment whose call failed, so that it can be given again.
    void release(Assignment assignment) {
        assignment.parts().forEach(part -> {
            awaited[part.place()] -= part.missing();
            inFlight[part.place()]--;
        });
    }

    /// Finds the cell that a test fills: one of those that were asked for, else any other with room; -1 when all that
    /// fit are full.
    int placeOf(GeneratedCase test, Assignment assignment) {
        return assignment.parts().stream()
                .mapToInt(Assignment.Part::place)
                .filter(place -> hasRoomFor(place, test))
                .findFirst()
                .orElseGet(() -> test.isLabelled()
                        ? IntStream.range(0, cells.size())
                                .filter(place -> hasRoomFor(place, test))
                                .findFirst()
                                .orElse(-1)
                        : -1);
    }

    /// Finds the cell that a test is about, full or not; null when the plan has none.
    @Nullable
    Cell cellOf(GeneratedCase test) {
        return cells.stream()
                .map(CellState::cell)
                .filter(cell -> cell.fits(test))
                .findFirst()
                .orElse(null);
    }

    Cell fill(int place) {
        cells.set(place, cells.get(place).filled());
        return cells.get(place).cell();
    }

    /// Notes that an assignment was answered.
    ///
    /// @param before the cells as they were when the answer came
    void answered(Assignment assignment, List<CellState> before) {
        release(assignment);
        assignment.parts().forEach(part -> {
            int place = part.place();
            int gained = cells.get(place).made() - before.get(place).made();
            cells.set(
                    place,
                    cells.get(place)
                            .called(gained >= part.missing() || cells.get(place).missing() == 0));
        });
    }

    /// Lets cells do without some tests that they lack, because there are others in their place.
    void excuse(int tests) {
        int left = tests;
        for (int place = 0; place < cells.size() && left > 0; place++) {
            int fewer = Math.min(left, cells.get(place).missing());
            cells.set(place, cells.get(place).wanting(cells.get(place).wanted() - fewer));
            left -= fewer;
        }
    }

    /// Gives what the cells that were given up lack to those that the model can fill; false when there are none.
    boolean redistribute() {
        int[] able = IntStream.range(0, cells.size())
                .filter(place -> cells.get(place).made() > 0 && cells.get(place).calls() < allowed(place))
                .toArray();
        int lacking = missing();
        if (able.length == 0 || lacking == 0) {
            return false;
        }
        cells.replaceAll(state -> state.wanting(state.made()));
        for (int share = 0; share < lacking; share++) {
            int place = able[share % able.length];
            cells.set(place, cells.get(place).wanting(cells.get(place).wanted() + 1));
        }
        return true;
    }

    private boolean hasRoomFor(int place, GeneratedCase test) {
        return cells.get(place).missing() > 0 && cells.get(place).cell().fits(test);
    }

    private boolean isOpen(int place) {
        return lacking(place) > 0 && cells.get(place).calls() + inFlight[place] < allowed(place);
    }

    private int lacking(int place) {
        return cells.get(place).missing() - awaited[place];
    }

    /// Counts the calls that may ask for a cell: three for each batch that it wants.
    private int allowed(int place) {
        return MAX_CALLS * Math.max(1, Math.ceilDiv(cells.get(place).wanted(), batch));
    }

    private long spare(int misses) {
        return misses == 0 ? 1 : misses == 1 ? SPARE : batch;
    }
}
