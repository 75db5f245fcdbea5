package ai.rhesis.backend.project;

import ai.rhesis.backend.persistence.TenantRepository;
import ai.rhesis.backend.user.UserReference;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;

interface ProjectRepository extends TenantRepository<Project> {

    @Query("""
            select new ai.rhesis.backend.user.UserReference(u.id, u.nanoId, u.name, u.email)
            from User u
            where u.id in :ids
            """)
    List<UserReference> findOwners(Collection<UUID> ids);
}
