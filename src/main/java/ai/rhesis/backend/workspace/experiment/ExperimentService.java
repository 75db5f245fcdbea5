package ai.rhesis.backend.workspace.experiment;

import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.query.InOrder;
import ai.rhesis.backend.platform.query.ListRequest;
import ai.rhesis.backend.platform.query.Listing;
import ai.rhesis.backend.platform.query.Restriction;
import ai.rhesis.backend.platform.tenancy.Tenant;
import ai.rhesis.backend.platform.web.IfMatch;
import ai.rhesis.backend.platform.web.body.Patch;
import ai.rhesis.backend.workspace.project.ProjectService;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Experiments that the caller sees: all that are shared, and the caller's own. A row policy hides the others, so that
/// nothing here has to.
@Service
@Transactional
public class ExperimentService {

    private final ExperimentRepository experiments;
    private final ExperimentBindingQueries bindings;
    private final ProjectService projects;

    ExperimentService(ExperimentRepository experiments, ExperimentBindingQueries bindings, ProjectService projects) {
        this.experiments = experiments;
        this.bindings = bindings;
        this.projects = projects;
    }

    @Transactional(readOnly = true)
    public Listing<ExperimentView> list(ListRequest request) {
        return list(request, Restriction.none());
    }

    /// @throws ProblemException 404 or 410 without the project
    @Transactional(readOnly = true)
    public Listing<ExperimentView> listOf(UUID projectId, ListRequest request) {
        projects.get(projectId);
        return list(
                request.limitedTo(ListRequest.MAX_LIMIT),
                (experiment, query, builder) -> builder.equal(experiment.get("projectId"), projectId));
    }

    private Listing<ExperimentView> list(ListRequest request, Restriction<Experiment> restriction) {
        return experiments.listIds(request, ExperimentFields.ALL, restriction).mapAll(this::views);
    }

    @Transactional(readOnly = true)
    public ExperimentView get(UUID id) {
        return view(experiments.get(id));
    }

    /// Returns the experiment, locked until the transaction ends.
    public Experiment lock(UUID id) {
        return experiments.getForUpdate(id);
    }

    /// @throws ProblemException 404 or 410 without the project
    ExperimentView create(UUID projectId, ExperimentRequest request) {
        projects.get(projectId);
        return view(experiments.save(new Experiment(projectId, request)));
    }

    /// @throws ProblemException 409 when an experiment that is bound to an environment would become private, 403 when
    ///     somebody else's would
    ExperimentView update(UUID id, Patch<ExperimentRequest> change) {
        Experiment experiment = experiments.getForUpdate(id);
        ExperimentRequest request = change.applyTo(ExperimentRequest.of(experiment), experiment.getVersion());
        if (experiment.isShared() && request.visibility() == Visibility.PRIVATE) {
            requireWithdrawable(experiment);
        }
        experiment.change(request);
        return view(experiments.save(experiment));
    }

    private void requireWithdrawable(Experiment experiment) {
        if (!experiment.isOwnedBy(Tenant.current().userId())) {
            throw Problem.forbidden("Only the owner of an experiment can make it private.")
                    .exception();
        }
        if (bindings.isBound(experiment.getId())) {
            throw Problem.conflict("This experiment is bound to an environment, and those take shared ones only. "
                            + "Bind another one there first.")
                    .exception();
        }
    }

    /// Deletes an experiment and frees the environments that it is bound to.
    ExperimentView delete(UUID id, IfMatch ifMatch) {
        Experiment experiment = experiments.getForUpdate(id);
        ifMatch.check(experiment.getVersion());
        ExperimentView last = view(experiment);
        bindings.unbind(id);
        experiment.delete();
        experiments.save(experiment);
        return last;
    }

    private ExperimentView view(Experiment experiment) {
        return views(List.of(experiment.getId())).getFirst();
    }

    private List<ExperimentView> views(List<UUID> ids) {
        return InOrder.of(
                ids, experiments.findViews(ids), view -> view.experiment().getId());
    }
}
