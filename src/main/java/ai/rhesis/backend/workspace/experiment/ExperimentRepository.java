package ai.rhesis.backend.workspace.experiment;

import ai.rhesis.backend.platform.persistence.TenantRepository;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;

interface ExperimentRepository extends TenantRepository<Experiment> {

    @Query("""
            select new ai.rhesis.backend.workspace.experiment.ExperimentView(e, p.name)
            from Experiment e
            left join Project p on p.id = e.projectId
            where e.id in :ids
            """)
    List<ExperimentView> findViews(Collection<UUID> ids);
}
