package ai.rhesis.backend.platform.persistence;

import static java.util.stream.Collectors.toSet;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.metamodel.EntityType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.springframework.stereotype.Component;

/// The entities by the names that clients use, for tags, comments and all else that can belong to many types.
@Component
public class Directory {

    private final EntityManagerFactory factory;
    private final EntityManager entities;

    Directory(EntityManagerFactory factory, EntityManager entities) {
        this.factory = factory;
        this.entities = entities;
    }

    /// Returns the types that implement `capability`.
    public <C> Stream<Class<? extends C>> typesWith(Class<C> capability) {
        return factory.getMetamodel().getEntities().stream()
                .<Class<?>>map(EntityType::getJavaType)
                .filter(capability::isAssignableFrom)
                .<Class<? extends C>>map(type -> type.asSubclass(capability));
    }

    /// Finds the type that clients call `name`, if it implements `capability`.
    public <C> Optional<Class<? extends C>> typeWith(Class<C> capability, String name) {
        return typesWith(capability)
                .filter(type -> Resources.name(type).equals(name))
                .findFirst();
    }

    /// Returns the names of the types that implement `capability`.
    public List<String> namesWith(Class<?> capability) {
        return typesWith(capability).map(Resources::name).sorted().toList();
    }

    public boolean isLiving(Class<?> type, UUID id) {
        return entities.find(type, id) != null;
    }

    /// Returns those of the ids whose objects exist and are not deleted.
    public Set<UUID> living(Class<?> type, Collection<UUID> ids) {
        CriteriaBuilder builder = entities.getCriteriaBuilder();
        CriteriaQuery<UUID> query = builder.createQuery(UUID.class);
        Path<UUID> id = query.from(type).get("id");
        return entities.createQuery(query.select(id).where(id.in(ids)))
                .getResultStream()
                .collect(toSet());
    }

    /// Makes sure that the object exists and is not deleted; ends the request with 404 or 410 otherwise.
    public void requireLiving(Class<?> type, UUID id) {
        if (!isLiving(type, id)) {
            entities.unwrap(Session.class).disableFilter(TenantEntity.LIVING);
            throw (entities.find(type, id) instanceof TenantEntity deleted
                            ? Resources.gone(type, id, GoneName.of(deleted, entities))
                            : Resources.notFound(type, id))
                    .exception();
        }
    }
}
