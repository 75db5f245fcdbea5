package ai.rhesis.backend.integration.endpoint;

import ai.rhesis.backend.platform.persistence.TenantRepository;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.query.Param;

interface EndpointRepository extends TenantRepository<Endpoint> {

    @Query("""
            select new ai.rhesis.backend.integration.endpoint.EndpointView(e, p.reference, s.reference, u.reference)
            from Endpoint e
            left join Project p on p.id = e.projectId
            left join Status s on s.id = e.statusId
            left join User u on u.id = e.userId
            where e.id in :ids
            """)
    List<EndpointView> findViews(Collection<UUID> ids);

    /// Makes registrations of one service wait for each other until the transaction ends.
    @Query(nativeQuery = true, value = """
            select 1
            from pg_advisory_xact_lock(hashtextextended('functions ' || app.current_organization() || ' ' || :service, 0))
            """)
    int lockFunctions(String service);

    @Query("""
            from Endpoint e
            where e.projectId = :projectId and e.environment = :environment and e.connectionType = 'SDK'
                and e.deletedAt is null
            order by e.createdAt, e.id
            """)
    List<Endpoint> findOfService(UUID projectId, String environment);

    /// Reads the secrets of an endpoint, deleted or not: a run that began with it may end with it.
    @Query(nativeQuery = true, value = """
            select url, token_url, encrypted_auth_token, encrypted_client_secret
            from app.endpoint
            where id = :id
            """)
    Optional<Sealed> findSecrets(@Param("id") UUID id);

    /// The stored secrets of an endpoint, and the addresses they were given for.
    interface Sealed {

        @Nullable
        String getUrl();

        @Nullable
        String getTokenUrl();

        @Nullable
        String getEncryptedAuthToken();

        @Nullable
        String getEncryptedClientSecret();
    }
}
