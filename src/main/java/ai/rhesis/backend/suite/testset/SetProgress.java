package ai.rhesis.backend.suite.testset;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/// The teller of how far the generations of sets are, which is no matter of the sets themselves.
public interface SetProgress {

    /// Finds the newest generation of each set that has one.
    Map<UUID, TestSetGeneration> of(Collection<UUID> sets);
}
