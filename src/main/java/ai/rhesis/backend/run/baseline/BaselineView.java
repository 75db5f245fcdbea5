package ai.rhesis.backend.run.baseline;

import ai.rhesis.backend.run.baseline.BaselineQueries.BaselineAct;
import java.util.List;

/// The act by which a run is a baseline now, and the acts that it replaced, the newest first.
record BaselineView(BaselineAct current, List<BaselineAct> former) {

    /// @param all acts of the test set, the newest first
    static BaselineView of(BaselineAct current, List<BaselineAct> all) {
        return new BaselineView(
                current,
                all.stream()
                        .filter(act ->
                                !act.isCurrent() && act.name().equals(current.name()) && act.isBoundLike(current))
                        .toList());
    }
}
