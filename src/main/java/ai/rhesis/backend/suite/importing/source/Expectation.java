package ai.rhesis.backend.suite.importing.source;

import ai.rhesis.backend.platform.problem.Problem;
import java.util.Collection;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// An expectation of a file: the sheet that was asked for, and the names that columns of tests have.
///
/// @param sheet the name of a sheet of a workbook; null for the likeliest
/// @param sureness how sure it is that columns of these names hold tests, between 0 and 1
public record Expectation(@Nullable String sheet, ToDoubleFunction<Collection<String>> sureness) {

    private static final double SURE = 0.9;

    /// The first sheet with rows, whatever its columns are called.
    static final Expectation NONE = new Expectation(null, names -> 1);

    boolean isMetBy(Collection<String> names) {
        return sureness.applyAsDouble(names) > 0;
    }

    boolean isSurelyMetBy(Collection<String> names) {
        return sureness.applyAsDouble(names) >= SURE;
    }

    void requireFit(FileFormat format) {
        if (sheet != null && format != FileFormat.XLSX) {
            throw Problem.invalid("sheet", "is for XLSX files only; leave it out")
                    .exception();
        }
    }

    RuntimeException unknown(List<String> names) {
        return Problem.invalid("sheet", "does not exist in this workbook; it has " + String.join(", ", names))
                .exception();
    }
}
