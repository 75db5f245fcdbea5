package ai.rhesis.backend.run.worker;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The shares of callers in the calls that a target may have in flight: even ones, never more than a caller wants or
/// its run may have, and none left over while a caller wants more. Every node computes the same shares by itself.
final class SlotShares {

    private static final Comparator<Holder> ORDER =
            Comparator.comparing(Holder::runId).thenComparing(Holder::nodeId);

    private SlotShares() {}

    /// Returns how many slots `mine` may take now: its share, as far as the others have let go of theirs.
    static int of(Holder mine, List<Holder> others) {
        List<Holder> all = new ArrayList<>(others);
        all.add(mine);
        int max = all.stream().mapToInt(Holder::maxOfRun).max().orElse(0);
        int heldByOthers = others.stream().mapToInt(Holder::slots).sum();
        int heldByRun = others.stream()
                .filter(other -> other.runId().equals(mine.runId()))
                .mapToInt(Holder::slots)
                .sum();
        int free = Math.min(max - heldByOthers, mine.maxOfRun() - heldByRun);
        return Math.max(0, Math.min(share(mine, all, max), free));
    }

    private static int share(Holder mine, List<Holder> all, int max) {
        List<Holder> waiting = new ArrayList<>(all);
        waiting.sort(ORDER);
        Map<Holder, Integer> shares = new HashMap<>();
        Map<UUID, Integer> ofRuns = new HashMap<>();
        int left = max;
        while (left > 0 && !waiting.isEmpty()) {
            for (Holder holder : List.copyOf(waiting)) {
                boolean isFull = shares.getOrDefault(holder, 0) >= holder.wanted()
                        || ofRuns.getOrDefault(holder.runId(), 0) >= holder.maxOfRun();
                if (isFull || left == 0) {
                    waiting.remove(holder);
                } else {
                    shares.merge(holder, 1, Integer::sum);
                    ofRuns.merge(holder.runId(), 1, Integer::sum);
                    left--;
                }
            }
        }
        return shares.getOrDefault(mine, 0);
    }

    /// A caller of a target: a run on a node.
    ///
    /// @param maxOfRun how many calls the run may have in flight on all nodes together
    /// @param wanted how many it has use for
    /// @param slots how many it holds
    record Holder(UUID runId, UUID nodeId, int maxOfRun, int wanted, int slots) {}
}
