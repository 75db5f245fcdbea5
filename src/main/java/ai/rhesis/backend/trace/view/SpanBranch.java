package ai.rhesis.backend.trace.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A span with those below it.
///
/// Spans deeper than [#MAX_DEPTH] stand beside each other at that depth: no client reads JSON of any depth.
final class SpanBranch {

    /// Levels of a tree, each of which is two levels of JSON.
    static final int MAX_DEPTH = 200;

    static final Comparator<StoredSpan> BY_START =
            Comparator.comparing(StoredSpan::startTime).thenComparing(StoredSpan::id);
    static final Comparator<SpanBranch> ORDER = Comparator.comparing(SpanBranch::span, BY_START);

    private final StoredSpan span;
    private final int depth;
    private final @Nullable SpanBranch parent;
    private final List<SpanBranch> children = new ArrayList<>();

    private SpanBranch(StoredSpan span, @Nullable SpanBranch parent) {
        this.span = span;
        this.parent = parent;
        this.depth = parent == null ? 1 : parent.depth + 1;
    }

    static SpanBranch root(StoredSpan span) {
        return new SpanBranch(span, null);
    }

    SpanBranch grow(StoredSpan child) {
        SpanBranch holder = depth < MAX_DEPTH || parent == null ? this : parent;
        SpanBranch branch = new SpanBranch(child, holder);
        holder.children.add(branch);
        return branch;
    }

    boolean isRoot() {
        return parent == null;
    }

    StoredSpan span() {
        return span;
    }

    /// Returns what is below, by its start.
    List<SpanBranch> children() {
        children.sort(ORDER);
        return children;
    }
}
