package ai.rhesis.backend.portal.explorer;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The tests of a tree that something is done with.
///
/// @param endpointId the endpoint to ask; that of the settings when absent
/// @param metricNames the metrics to judge by; those of the settings when absent
/// @param testIds these alone; all when absent
/// @param topic those of this topic alone
/// @param includeSubtopics whether to take those below it too; true when absent
/// @param overwrite whether to do it again where it was done
record TreeSelection(
        @Nullable UUID endpointId,
        @Size(max = 100) @Nullable List<@NotNull @Size(max = 255) String> metricNames,
        @Size(max = ExplorerWork.MAX_TESTS) @Nullable List<@NotNull UUID> testIds,
        @Size(max = 255) @Nullable String topic,
        Boolean includeSubtopics,
        @JsonSetter(nulls = Nulls.AS_EMPTY) boolean overwrite) {

    TreeSelection {
        includeSubtopics = Objects.requireNonNullElse(includeSubtopics, true);
    }

    boolean includes(TreeNode test) {
        return (testIds == null || testIds.isEmpty() || testIds.contains(test.id()))
                && (topic == null || topic.isEmpty() || test.topic().equals(topic) || isBelow(test, topic));
    }

    private boolean isBelow(TreeNode test, String above) {
        return includeSubtopics && test.isUnder(above);
    }
}
