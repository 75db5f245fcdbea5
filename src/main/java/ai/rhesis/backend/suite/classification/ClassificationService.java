package ai.rhesis.backend.suite.classification;

import ai.rhesis.backend.annotation.typelookup.TypeLookupService;
import ai.rhesis.backend.platform.persistence.Ancestry;
import ai.rhesis.backend.platform.persistence.NamedId;
import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.query.Fields;
import ai.rhesis.backend.platform.query.ListRequest;
import ai.rhesis.backend.platform.query.Listing;
import ai.rhesis.backend.platform.web.IfMatch;
import ai.rhesis.backend.platform.web.body.Patch;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/// The rules of a tree of names: it has no cycles, and missing names can be created in passing.
@Transactional
public abstract class ClassificationService<C extends Classification> {

    private final Fields fields;
    private final ClassificationRepository<C> tree;
    private final TypeLookupService lookups;
    private final Function<ClassificationRequest, C> made;

    ClassificationService(
            Fields fields,
            ClassificationRepository<C> tree,
            TypeLookupService lookups,
            Function<ClassificationRequest, C> made) {
        this.fields = fields;
        this.tree = tree;
        this.lookups = lookups;
        this.made = made;
    }

    @Transactional(readOnly = true)
    public Listing<C> list(ListRequest request, @Nullable String entityType) {
        return tree.list(request, fields, TypeLookupService.ofEntityType(entityType));
    }

    @Transactional(readOnly = true)
    public C get(UUID id) {
        return tree.get(id);
    }

    /// Makes a category or topic; the name of an existing one, in whatever case, is that one.
    C create(ClassificationRequest request) {
        Optional<UUID> existing = tree.findIdByName(request.name(), request.entityTypeId());
        if (existing.isPresent()) {
            return tree.get(existing.get());
        }
        if (request.id() != null) {
            Ancestry.require(request.id(), request.parentId(), tree::lockParentOf);
        }
        requireParent(request.parentId());
        return tree.save(made.apply(request));
    }

    C update(UUID id, Patch<ClassificationRequest> change) {
        C classification = tree.getForUpdate(id);
        ClassificationRequest request =
                change.applyTo(ClassificationRequest.of(classification), classification.getVersion());
        if (!Objects.equals(request.parentId(), classification.getParentId())) {
            requireParent(request.parentId());
        }
        Ancestry.require(id, request.parentId(), tree::lockParentOf);
        classification.change(request);
        return tree.save(classification);
    }

    C delete(UUID id, IfMatch ifMatch) {
        C classification = tree.getForUpdate(id);
        ifMatch.check(classification.getVersion());
        classification.delete();
        return tree.save(classification);
    }

    /// Finds the ids of the names, whatever their case; new names are created, each once however many callers ask.
    ///
    /// @param names 1 to 255 characters each, stripped
    public Map<String, UUID> idsOf(Collection<String> names) {
        if (names.isEmpty()) {
            return Map.of();
        }
        UUID test = lookups.require("EntityType", "Test", "entity_type_id");
        return NamedId.foundOrMade(
                names,
                wanted -> tree.findIds(wanted, test),
                (ids, missing) -> tree.insertUnlessThere(ids, missing, test));
    }

    /// Refuses a parent that never was; one that is deleted is refused as any reference to a deleted object is.
    private void requireParent(@Nullable UUID parentId) {
        if (parentId != null && tree.findKnown(parentId).isEmpty()) {
            throw Problem.badRequest("parent_id", "parent_id does not exist").exception();
        }
    }
}
