package ai.rhesis.backend.identity.user;

import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.secrets.OrganizationSecret;
import ai.rhesis.backend.platform.tenancy.Tenant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Invitations to the organization. They tell nobody whether an address has an account already.
@Service
@Transactional
class InvitationService {

    private final UserRepository users;
    private final ApplicationEventPublisher events;

    InvitationService(UserRepository users, ApplicationEventPublisher events) {
        this.users = users;
        this.events = events;
    }

    /// Invites a user; one who was invited before and has not joined keeps the id and gets a new code.
    Invited invite(UserRequest request) {
        User user = users.findByEmailForUpdate(request.email())
                .map(known -> again(known, request))
                .orElseGet(() -> new User(request));
        save(user);
        OrganizationSecret code = OrganizationSecret.random(
                OrganizationSecret.INVITATION, Tenant.current().organizationId());
        users.storeInvitation(user.getId(), code.hash());
        Invited invited = new Invited(user, code, Boolean.TRUE.equals(request.sendInvite()));
        events.publishEvent(invited);
        return invited;
    }

    private static User again(User known, UserRequest request) {
        if (known.hasJoined()) {
            throw taken(known.getId());
        }
        known.describe(request);
        return known;
    }

    private void save(User user) {
        try {
            users.save(user);
        } catch (DataIntegrityViolationException invitedAtTheSameMoment) {
            throw taken(null);
        }
    }

    private static RuntimeException taken(@Nullable UUID existing) {
        return Problem.conflict("email", "A user with this email address already exists in the organization.", existing)
                .exception();
    }
}
