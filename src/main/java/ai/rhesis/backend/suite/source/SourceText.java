package ai.rhesis.backend.suite.source;

import org.jspecify.annotations.Nullable;

/// A source with its text; null when it has none.
record SourceText(SourceView view, @Nullable String content) {}
