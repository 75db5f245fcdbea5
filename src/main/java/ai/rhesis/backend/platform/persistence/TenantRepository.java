package ai.rhesis.backend.platform.persistence;

import ai.rhesis.backend.platform.query.Fields;
import ai.rhesis.backend.platform.query.ListRequest;
import ai.rhesis.backend.platform.query.Listing;
import ai.rhesis.backend.platform.query.Restriction;
import java.util.UUID;
import org.springframework.data.repository.NoRepositoryBean;
import org.springframework.data.repository.Repository;

/// The operations of every repository of an organization's objects; a feature adds only its own queries.
@NoRepositoryBean
public interface TenantRepository<T extends BaseEntity> extends Repository<T, UUID> {

    /// Finds the object with this id; ends the request with 404 or 410 where there is none.
    T get(UUID id);

    /// Finds the object and locks it until the transaction ends.
    T getForUpdate(UUID id);

    /// Writes the object now, so that what the database refuses is told here.
    ///
    /// @throws TakenException when its natural key is taken
    <S extends T> S save(S entity);

    /// Reads one page of the objects that the client asks for, and their total number.
    Listing<T> list(ListRequest request, Fields fields, Restriction<T> restriction);

    /// Reads one page of ids, for lists whose rows are read together with what they refer to.
    Listing<UUID> listIds(ListRequest request, Fields fields, Restriction<T> restriction);
}
