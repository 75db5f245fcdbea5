package ai.rhesis.backend.trace.store.retention;

import ai.rhesis.backend.platform.persistence.Directory;
import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.problem.ProblemException;
import ai.rhesis.backend.platform.tenancy.Tenant;
import ai.rhesis.backend.trace.store.limit.TraceSettings;
import ai.rhesis.backend.workspace.project.Project;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The rules for how long traces are kept and how many of them: of a project, else of the organization, else of the
/// operator.
@Service
@Transactional
class TraceRuleService {

    private final TraceRuleQueries rules;
    private final Directory directory;
    private final TraceRule otherwise;

    TraceRuleService(TraceRuleQueries rules, Directory directory, TraceSettings settings) {
        this.rules = rules;
        this.directory = directory;
        this.otherwise = new TraceRule(settings.retentionDays(), 1.0);
    }

    /// @throws ProblemException 404 for an unknown project
    @Transactional(readOnly = true)
    public TraceRuleView get(@Nullable UUID project) {
        requireKnown(project);
        TraceRule own = rules.find(project).orElse(TraceRule.NONE);
        TraceRule wide = project == null ? own : rules.find(null).orElse(TraceRule.NONE);
        return new TraceRuleView(project, own, own.or(wide).or(otherwise));
    }

    /// @throws ProblemException 404 for an unknown project, 403 where the request is about another one
    TraceRuleView set(@Nullable UUID project, TraceRuleRequest request) {
        requireKnown(project);
        UUID scope = Tenant.current().projectId();
        if (scope != null && !scope.equals(project)) {
            throw Problem.forbidden("This request is for one project; it can't set the rule of others")
                    .exception();
        }
        rules.set(project, request.toRule());
        return get(project);
    }

    private void requireKnown(@Nullable UUID project) {
        if (project != null) {
            directory.requireLiving(Project.class, project);
        }
    }
}
