package ai.rhesis.backend.suite.importing;

import java.util.List;

/// A page of rows as they would be imported.
record PreviewResponse(List<RowResponse> rows, int page, int pageSize, int totalRows, int totalPages) {

    static PreviewResponse of(PreviewView view, PageRequest request) {
        return new PreviewResponse(
                view.rows().stream().map(RowResponse::of).toList(),
                request.page(),
                request.size(),
                view.total(),
                (view.total() + request.size() - 1) / request.size());
    }
}
