package ai.rhesis.backend.identity.user;

import ai.rhesis.backend.platform.query.ListRequest;
import ai.rhesis.backend.platform.security.Caller;
import ai.rhesis.backend.platform.security.OwnersOnly;
import ai.rhesis.backend.platform.web.IfMatch;
import ai.rhesis.backend.platform.web.body.Patch;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
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

    UserController(UserService users, InvitationService invitations) {
        this.users = users;
        this.invitations = invitations;
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
    @PostMapping
    UserResponse invite(@RequestBody UserRequest request) {
        return UserResponse.of(invitations.invite(request));
    }

    @PutMapping("/{id}")
    UserResponse update(Caller caller, @PathVariable UUID id, Patch<UserRequest> change) {
        return UserResponse.of(users.update(caller, id, change));
    }

    @OwnersOnly
    @DeleteMapping("/{id}")
    UserResponse deactivate(@PathVariable UUID id, IfMatch ifMatch) {
        return UserResponse.of(users.deactivate(id, ifMatch));
    }

    @GetMapping("/settings")
    Map<String, @Nullable Object> settings(Caller caller) {
        return users.settings(caller.userId());
    }

    @PatchMapping("/settings")
    Map<String, @Nullable Object> changeSettings(Caller caller, @RequestBody Map<String, @Nullable Object> change) {
        return users.changeSettings(caller.userId(), change);
    }
}
