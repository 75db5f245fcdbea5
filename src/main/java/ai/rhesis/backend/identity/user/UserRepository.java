package ai.rhesis.backend.identity.user;

import ai.rhesis.backend.platform.persistence.TenantRepository;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface UserRepository extends TenantRepository<User> {

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select u from User u where u.emailKey = lower(:email)")
    Optional<User> findByEmailForUpdate(String email);

    /// Always before any other user is locked, and in this order, so that two requests never wait for each other.
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("""
            select u
            from User u
            where u.role = OWNER and u.isActive = true
            order by u.id
            """)
    List<User> lockActiveOwners();

    /// One invitation stands for each user; a newer code makes the older worthless.
    @Modifying
    @Query(nativeQuery = true, value = """
            insert into app.invitation (user_id, code_hash, expires_at)
            values (:userId, :codeHash, now() + interval '7 days')
            on conflict (organization_id, user_id) do update
            set code_hash = excluded.code_hash, expires_at = excluded.expires_at, redeemed_at = null
            """)
    void storeInvitation(UUID userId, byte[] codeHash);

    /// Takes the account of the caller out of the organization.
    @Query(nativeQuery = true, value = "select true from app.leave_organization()")
    boolean leaveOrganization();

    @Query(nativeQuery = true, value = "select id from app.model where id in :ids and deleted_at is null")
    List<UUID> findModels(Collection<UUID> ids);

    @Query(nativeQuery = true, value = "select exists (select from app.project where id = :id and deleted_at is null)")
    boolean isProject(UUID id);

    @Modifying
    @Query(nativeQuery = true, value = "delete from app.invitation where user_id = :userId and redeemed_at is null")
    void cancelInvitation(UUID userId);
}
