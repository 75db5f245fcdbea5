package ai.rhesis.backend.identity.user;

import ai.rhesis.backend.platform.idempotency.SecretAnswer;
import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.query.ListRequest;
import ai.rhesis.backend.platform.security.AccessTokens;
import ai.rhesis.backend.platform.security.AcrossProjects;
import ai.rhesis.backend.platform.security.AnyRole;
import ai.rhesis.backend.platform.security.Caller;
import ai.rhesis.backend.platform.security.Capability;
import ai.rhesis.backend.platform.security.OwnersOnly;
import ai.rhesis.backend.platform.security.WithoutOrganization;
import ai.rhesis.backend.platform.web.IfMatch;
import ai.rhesis.backend.platform.web.body.Patch;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/users")
class UserController {

    private final UserService users;
    private final InvitationService invitations;
    private final SettingsService settings;
    private final AccessTokens tokens;

    UserController(UserService users, InvitationService invitations, SettingsService settings, AccessTokens tokens) {
        this.users = users;
        this.invitations = invitations;
        this.settings = settings;
        this.tokens = tokens;
    }

    @GetMapping
    ResponseEntity<List<UserResponse>> list(ListRequest request) {
        return users.list(request).map(UserResponse::of).toResponse();
    }

    @GetMapping("/{id}")
    UserResponse get(@PathVariable UUID id) {
        return UserResponse.of(users.get(id));
    }

    @OwnersOnly
    @Capability("member:manage")
    @SecretAnswer
    @PostMapping
    UserResponse invite(@RequestBody UserRequest request) {
        return UserResponse.of(invitations.invite(request));
    }

    @PutMapping("/{id}")
    UserUpdateResponse update(
            @AuthenticationPrincipal Caller caller, @PathVariable UUID id, Patch<UserRequest> change) {
        return UserUpdateResponse.of(users.update(caller, id, change), caller, tokens);
    }

    @OwnersOnly
    @DeleteMapping("/{id}")
    UserResponse deactivate(@PathVariable UUID id, IfMatch ifMatch) {
        return UserResponse.of(users.deactivate(id, ifMatch));
    }

    @AnyRole
    @WithoutOrganization
    @PatchMapping("/leave-organization")
    LeaverResponse leaveOrganization(@AuthenticationPrincipal Caller caller) {
        if (caller.organizationId() == null) {
            throw Problem.badRequest("organization_id", "You belong to no organization")
                    .exception();
        }
        if (caller.session() == null) {
            throw Problem.forbidden("An API token can't take you out of the organization; log in.")
                    .exception();
        }
        return LeaverResponse.of(users.leave(caller.userId()));
    }

    @AcrossProjects
    @GetMapping("/settings")
    Map<String, @Nullable Object> settings(@AuthenticationPrincipal Caller caller) {
        return settings.get(caller.userId());
    }

    @AcrossProjects
    @PatchMapping("/settings")
    Map<String, @Nullable Object> changeSettings(
            @AuthenticationPrincipal Caller caller, @RequestBody Map<String, @Nullable Object> change) {
        return settings.change(caller.userId(), change);
    }
}
