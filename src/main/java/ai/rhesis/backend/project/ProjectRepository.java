package ai.rhesis.backend.project;

import ai.rhesis.backend.persistence.TenantRepository;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;

interface ProjectRepository extends TenantRepository<Project> {

    boolean existsById(UUID id);

    @Query("""
            select new ai.rhesis.backend.project.Owner(u.id, u.nanoId, u.name, u.email)
            from User u
            where u.id in :ids
            """)
    List<Owner> findOwners(Collection<UUID> ids);
}
