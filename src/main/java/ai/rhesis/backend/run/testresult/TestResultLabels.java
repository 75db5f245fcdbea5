package ai.rhesis.backend.run.testresult;

import ai.rhesis.backend.annotation.status.StatusService;
import ai.rhesis.backend.platform.web.body.NamedReference;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The organization's statuses on results. The verdict decides, the status only shows it.
@Component
class TestResultLabels {

    private static final String ENTITY_TYPE = "TestResult";

    private final StatusService statuses;

    TestResultLabels(StatusService statuses) {
        this.statuses = statuses;
    }

    /// Applies a chosen status: one called like a verdict is that verdict; any other only shows something beside it.
    void judge(TestResult result, Verdict followed, @Nullable UUID chosen) {
        if (chosen == null) {
            result.judge(followed, statuses.idOf(ENTITY_TYPE, followed.toString()));
        } else if (!chosen.equals(result.getStatusId())) {
            Verdict named = Verdict.named(statuses.require(ENTITY_TYPE, new NamedReference(chosen, null), "status")
                    .getName());
            result.judge(named == null ? followed : named, chosen);
        }
    }
}
