package ai.rhesis.backend.trace.view;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The tree that the spans of a trace form by their parents.
///
/// A span whose parent is not here is a root. So is the earliest of spans that are each other's ancestors,
/// which would be in no tree otherwise.
final class SpanTree {

    private final Map<String, List<StoredSpan>> children;
    private final Set<String> placed = new HashSet<>();
    private final List<SpanBranch> roots = new ArrayList<>();

    private SpanTree(List<StoredSpan> spans) {
        children = spans.stream()
                .filter(span -> span.parentSpanId() != null)
                .collect(groupingBy(span -> String.valueOf(span.parentSpanId())));
    }

    /// Returns the roots of the tree, by their start.
    static List<SpanBranch> of(List<StoredSpan> spans) {
        SpanTree tree = new SpanTree(spans);
        Set<String> here = spans.stream().map(StoredSpan::spanId).collect(toSet());
        spans.stream()
                .filter(span -> span.parentSpanId() == null || !here.contains(span.parentSpanId()))
                .forEach(tree::grow);
        spans.stream().sorted(SpanBranch.BY_START).forEach(tree::grow);
        tree.roots.sort(SpanBranch.ORDER);
        return tree.roots;
    }

    /// Makes a root of a span that is nowhere yet, with all that is below it.
    private void grow(StoredSpan span) {
        if (!placed.add(span.spanId())) {
            return;
        }
        SpanBranch root = SpanBranch.root(span);
        roots.add(root);
        Deque<SpanBranch> growing = new ArrayDeque<>(List.of(root));
        while (!growing.isEmpty()) {
            SpanBranch branch = growing.remove();
            for (StoredSpan child : children.getOrDefault(branch.span().spanId(), List.of())) {
                if (placed.add(child.spanId())) {
                    growing.add(branch.grow(child));
                }
            }
        }
    }
}
