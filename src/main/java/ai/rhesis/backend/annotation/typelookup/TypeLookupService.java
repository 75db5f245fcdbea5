package ai.rhesis.backend.annotation.typelookup;

import static java.util.stream.Collectors.joining;

import ai.rhesis.backend.platform.persistence.BaseEntity;
import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.problem.Violation;
import ai.rhesis.backend.platform.query.ListRequest;
import ai.rhesis.backend.platform.query.Listing;
import ai.rhesis.backend.platform.query.Restriction;
import ai.rhesis.backend.platform.web.IfMatch;
import ai.rhesis.backend.platform.web.body.NamedReference;
import ai.rhesis.backend.platform.web.body.Patch;
import jakarta.persistence.criteria.Root;
import jakarta.persistence.criteria.Subquery;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The values that an organization chooses from, found by their names.
@Service
@Transactional
public class TypeLookupService {

    /// The number of allowed values that a refusal names.
    private static final int MAX_NAMED = 50;

    private final TypeLookupRepository lookups;

    TypeLookupService(TypeLookupRepository lookups) {
        this.lookups = lookups;
    }

    @Transactional(readOnly = true)
    public Listing<TypeLookup> list(ListRequest request) {
        return lookups.list(request, TypeLookupFields.ALL, Restriction.none());
    }

    @Transactional(readOnly = true)
    public TypeLookup get(UUID id) {
        return lookups.get(id);
    }

    /// Makes a value; an existing one of its type, in whatever case, is that one.
    TypeLookup create(TypeLookupRequest request) {
        return lookups.findByTypeNameAndTypeValueKey(
                        request.typeName(), request.typeValue().toLowerCase(Locale.ROOT))
                .orElseGet(() -> lookups.save(new TypeLookup(request)));
    }

    TypeLookup update(UUID id, Patch<TypeLookupRequest> change) {
        TypeLookup lookup = lookups.getForUpdate(id);
        lookup.change(change.applyTo(TypeLookupRequest.of(lookup), lookup.getVersion()));
        return lookups.save(lookup);
    }

    TypeLookup delete(UUID id, IfMatch ifMatch) {
        TypeLookup lookup = lookups.getForUpdate(id);
        ifMatch.check(lookup.getVersion());
        lookup.delete();
        return lookups.save(lookup);
    }

    /// Finds the id of a value of `type`, ignoring case.
    ///
    /// @throws ProblemException 422 on `field` when the organization has no such value
    @Transactional(readOnly = true)
    public UUID require(String type, String value, String field) {
        return lookups.findByTypeNameAndTypeValueKey(type, value.toLowerCase(Locale.ROOT))
                .orElseThrow(() -> Problem.invalid(List.of(unknownValue(type, field, valuesOf(type))))
                        .exception())
                .getId();
    }

    /// Finds the value of `type` that a body points at by `field` or, with its id, by `field`_id.
    ///
    /// @throws ProblemException 422 when the organization has no such value
    @Transactional(readOnly = true)
    public TypeLookup require(String type, NamedReference value, String field) {
        UUID id = value.id();
        if (id == null) {
            return lookups.get(require(type, String.valueOf(value.name()), field));
        }
        return lookups.findByTypeNameAndId(type, id)
                .orElseThrow(() -> unknown(type, field + "_id").exception());
    }

    /// Finds the id of the value of `type` that a body points at, and makes a value of a new name.
    ///
    /// @throws ProblemException 422 when it is the id of no such value
    public UUID idOf(String type, NamedReference value, String field) {
        String name = value.name();
        if (value.id() == null && name != null) {
            lookups.insertUnlessThere(BaseEntity.newId(), type, name);
        }
        return require(type, value, field).getId();
    }

    /// Returns the id if it is that of a value of `type`.
    ///
    /// @throws ProblemException 422 on `field` when it is not
    @Transactional(readOnly = true)
    public UUID require(String type, UUID id, String field) {
        if (!lookups.existsByIdAndTypeName(id, type)) {
            throw unknown(type, field).exception();
        }
        return id;
    }

    /// Reads all values of `type`, for callers that look up many.
    @Transactional(readOnly = true)
    public List<TypeLookup> valuesOf(String type) {
        return lookups.findByTypeName(type);
    }

    private static Problem unknown(String type, String field) {
        return Problem.invalid(field, "is not a value of " + type);
    }

    /// Makes the violation of a `field` that holds no value of `type`.
    public static Violation unknownValue(String type, String field, Collection<TypeLookup> known) {
        return Violation.ofBody(
                field,
                "value_error",
                "is not a value of " + type + "; allowed are "
                        + known.stream()
                                .map(TypeLookup::getTypeValue)
                                .sorted()
                                .limit(MAX_NAMED)
                                .collect(joining(", ")));
    }

    /// Narrows a list to rows of an entity type such as `Test`; leaves it as it is without one.
    public static <T> Restriction<T> ofEntityType(@Nullable String entityType) {
        if (entityType == null) {
            return Restriction.none();
        }
        return (root, query, builder) -> {
            Subquery<UUID> types = query.subquery(UUID.class);
            Root<TypeLookup> type = types.from(TypeLookup.class);
            types.select(type.get("id"))
                    .where(
                            builder.equal(type.get("typeName"), "EntityType"),
                            builder.equal(type.get("typeValueKey"), entityType.toLowerCase(Locale.ROOT)));
            return root.get("entityTypeId").in(types);
        };
    }
}
