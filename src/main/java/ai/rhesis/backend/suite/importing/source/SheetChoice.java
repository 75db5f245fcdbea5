package ai.rhesis.backend.suite.importing.source;

import ai.rhesis.backend.platform.problem.Problem;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A choice among the sheets of a workbook: the named one, else the first visible one whose columns look like tests,
/// else the first with rows.
///
/// @param name of the sheet
/// @param isOfTests whether columns of these names hold tests
public record SheetChoice(@Nullable String name, Predicate<List<String>> isOfTests) {

    /// The first sheet with rows.
    static final SheetChoice FIRST = new SheetChoice(null, headers -> true);

    void requireFit(FileFormat format) {
        if (name != null && format != FileFormat.XLSX) {
            throw Problem.invalid("sheet", "is for XLSX files only; leave it out")
                    .exception();
        }
    }

    RuntimeException unknown(List<String> names) {
        return Problem.invalid("sheet", "does not exist in this workbook; it has " + String.join(", ", names))
                .exception();
    }
}
