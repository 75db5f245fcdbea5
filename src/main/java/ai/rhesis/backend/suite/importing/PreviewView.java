package ai.rhesis.backend.suite.importing;

import java.util.List;

/// A page of rows and how many there are on all pages.
record PreviewView(List<ImportRow> rows, int total) {}
