package ai.rhesis.backend.suite.importing;

import ai.rhesis.backend.suite.testset.TestSetView;
import java.util.List;

/// The outcome of an import.
///
/// @param wasThere whether the same had been imported before, so that nothing was changed
/// @param badRows the rows that were left out
record ImportedView(TestSetView set, boolean wasThere, int totalRows, int imported, List<ImportRow> badRows) {

    static ImportedView before(TestSetView set) {
        return new ImportedView(set, true, 0, 0, List.of());
    }
}
