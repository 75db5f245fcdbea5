package ai.rhesis.backend.workspace.organization;

import ai.rhesis.backend.platform.persistence.BaseEntity;
import ai.rhesis.backend.platform.persistence.Slug;
import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.problem.ProblemException;
import ai.rhesis.backend.platform.security.Caller;
import ai.rhesis.backend.platform.tenancy.Tenant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// The making of an organization, before there is a tenant, and its completion as its first member.
///
/// One account makes one organization, however many requests ask at once: the database locks the account.
@Component
class Founding {

    private static final int MAX_SLUG_LENGTH = 50;

    private final OrganizationRepository records;
    private final TransactionTemplate transaction;
    private final OrganizationService organizations;

    Founding(OrganizationRepository records, TransactionTemplate transaction, OrganizationService organizations) {
        this.records = records;
        this.transaction = transaction;
        this.organizations = organizations;
    }

    OrganizationView found(Caller caller, OrganizationRequest request) {
        if (caller.organizationId() != null) {
            throw belongsAlready();
        }
        OrganizationService.requireActive(request);
        UUID id = request.slug() == null
                ? makeWithDerivedSlug(caller.userId(), request.name())
                : makeWithSlug(caller.userId(), request.name(), request.slug());
        return new Tenant(id, caller.userId()).call(() -> organizations.complete(id, request));
    }

    private UUID makeWithSlug(UUID account, String name, String slug) {
        return makeUnlessTaken(account, name, slug).orElseThrow(OrganizationService::slugIsTaken);
    }

    private UUID makeWithDerivedSlug(UUID account, String name) {
        return Slug.candidates(Slug.of(name, "organization", MAX_SLUG_LENGTH), MAX_SLUG_LENGTH)
                .flatMap(slug -> makeUnlessTaken(account, name, slug).stream())
                .findFirst()
                .orElseThrow(OrganizationService::slugIsTaken);
    }

    private Optional<UUID> makeUnlessTaken(UUID account, String name, String slug) {
        try {
            return Optional.of(make(account, name, slug));
        } catch (DataIntegrityViolationException taken) {
            return Optional.empty();
        }
    }

    private UUID make(UUID account, String name, String slug) {
        UUID id = BaseEntity.newId();
        boolean made = transaction.execute(status -> records.found(account, id, name, slug));
        if (!made) {
            throw belongsAlready();
        }
        return id;
    }

    private static ProblemException belongsAlready() {
        return Problem.conflict("You belong to an organization already.").exception();
    }
}
