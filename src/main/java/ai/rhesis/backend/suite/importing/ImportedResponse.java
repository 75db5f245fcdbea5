package ai.rhesis.backend.suite.importing;

import ai.rhesis.backend.platform.web.Revisioned;
import ai.rhesis.backend.suite.testset.TestSetResponse;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/// The set that a file became, with what came of its rows.
record ImportedResponse(
        @JsonUnwrapped TestSetResponse set,
        @JsonProperty("import") Report report) implements Revisioned {

    static ImportedResponse of(ImportedView view) {
        return new ImportedResponse(TestSetResponse.of(view.set()), Report.of(view));
    }

    @Override
    public long revision() {
        return set.revision();
    }

    /// @param status `created`, or `unchanged` when the same file was imported before
    /// @param errors what was wrong with the rows that were left out, the first hundred
    record Report(
            String status, String message, int totalRows, int importedRows, int skippedRows, List<RowReport> errors) {

        static Report of(ImportedView view) {
            return view.wasThere()
                    ? new Report(
                            "unchanged",
                            "This file was imported before; nothing was changed, and this is the set that it became",
                            0,
                            0,
                            0,
                            List.of())
                    : new Report(
                            "created",
                            "Imported %d of %d rows".formatted(view.imported(), view.totalRows()),
                            view.totalRows(),
                            view.imported(),
                            view.totalRows() - view.imported(),
                            RowReport.errors(view.badRows()));
        }
    }
}
