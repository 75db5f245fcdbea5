package ai.rhesis.backend.workspace.project;

import ai.rhesis.backend.identity.user.UserReference;
import ai.rhesis.backend.platform.persistence.TenantRepository;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;

interface ProjectRepository extends TenantRepository<Project> {

    @Query("""
            select u.reference
            from User u
            where u.id in :ids
            """)
    List<UserReference> findOwners(Collection<UUID> ids);

    @Query("select count(p) > 0 from Project p")
    boolean existsAny();
}
