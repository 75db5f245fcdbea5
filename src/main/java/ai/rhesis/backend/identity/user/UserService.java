package ai.rhesis.backend.identity.user;

import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.problem.Unchangeable;
import ai.rhesis.backend.platform.query.ListRequest;
import ai.rhesis.backend.platform.query.Listing;
import ai.rhesis.backend.platform.query.Restriction;
import ai.rhesis.backend.platform.security.Caller;
import ai.rhesis.backend.platform.tenancy.Tenant;
import ai.rhesis.backend.platform.web.IfMatch;
import ai.rhesis.backend.platform.web.body.Patch;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The users of an organization; one active owner at least is always left.
@Service
@Transactional
public class UserService {

    private final UserRepository users;
    private final ApplicationEventPublisher events;

    UserService(UserRepository users, ApplicationEventPublisher events) {
        this.users = users;
        this.events = events;
    }

    @Transactional(readOnly = true)
    public Listing<User> list(ListRequest request) {
        return users.list(request, UserFields.ALL, Restriction.none());
    }

    @Transactional(readOnly = true)
    public User get(UUID id) {
        return users.get(id);
    }

    /// Changes a user: everybody may change their own profile, owners anybody's, and only owners roles and activity.
    User update(Caller caller, UUID id, Patch<UserRequest> change) {
        if (!caller.is(id)) {
            caller.requireOwner();
        }
        List<User> owners = users.lockActiveOwners();
        User user = users.getForUpdate(id);
        UserRequest request = change.applyTo(UserRequest.of(user), user.getVersion());
        check(caller, user, request);
        boolean wasActive = user.isActive();
        user.change(request);
        requireAnOwnerIn(owners);
        if (wasActive && !user.isActive()) {
            events.publishEvent(new Deactivated(id));
        }
        return users.save(user);
    }

    /// Deactivates a user. The row stays, because others point at it; an invited user can't join any more.
    User deactivate(UUID id, IfMatch ifMatch) {
        List<User> owners = users.lockActiveOwners();
        User user = users.getForUpdate(id);
        ifMatch.check(user.getVersion());
        user.deactivate();
        requireAnOwnerIn(owners);
        users.cancelInvitation(id);
        events.publishEvent(new Deactivated(id));
        return users.save(user);
    }

    /// Takes the caller out of the organization; what goes on in their name there ends, and so do their sessions.
    ///
    /// @throws ProblemException 409 while they are its last active owner
    User leave(UUID id) {
        List<User> owners = users.lockActiveOwners();
        User user = users.getForUpdate(id);
        user.deactivate();
        requireAnOwnerIn(owners);
        User left = users.save(user);
        events.publishEvent(new Deactivated(id));
        users.leaveOrganization();
        return left;
    }

    private static void check(Caller caller, User user, UserRequest request) {
        Unchangeable.require("email", user.getEmail(), request.email());
        if (request.changesStanding(user)) {
            caller.requireOwner();
        }
        if (Boolean.TRUE.equals(request.isActive()) && !user.hasJoined()) {
            throw Problem.conflict("is_active", "This user has not joined yet; invite them again.", user.getId())
                    .exception();
        }
    }

    private static void requireAnOwnerIn(List<User> owners) {
        if (owners.stream().noneMatch(User::isActiveOwner)) {
            throw Problem.conflict("This is the last active owner; make another member an owner first.")
                    .exception();
        }
    }

    /// Returns the model that the user of this request or job chose for a purpose; null when they chose none. It may
    /// be deleted.
    @Transactional(readOnly = true)
    public @Nullable UUID modelFor(ModelPurpose purpose) {
        return Settings.modelFor(users.get(Tenant.current().userId()).getSettings(), purpose);
    }
}
