package ai.rhesis.backend.identity.token;

import ai.rhesis.backend.identity.user.User;
import ai.rhesis.backend.identity.user.UserService;
import ai.rhesis.backend.platform.idempotency.SecretAnswer;
import ai.rhesis.backend.platform.query.ListRequest;
import ai.rhesis.backend.platform.security.Caller;
import ai.rhesis.backend.platform.security.Capability;
import ai.rhesis.backend.platform.tenancy.Tenant;
import ai.rhesis.backend.platform.web.IfMatch;
import ai.rhesis.backend.platform.web.body.Patch;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/tokens")
class TokenController {

    private final TokenService tokens;
    private final UserService users;

    TokenController(TokenService tokens, UserService users) {
        this.tokens = tokens;
        this.users = users;
    }

    @GetMapping
    ResponseEntity<List<TokenResponse>> list(@AuthenticationPrincipal Caller caller, ListRequest request) {
        return tokens.list(caller, request).map(TokenResponse::of).toResponse();
    }

    @GetMapping("/{id}")
    TokenResponse get(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
        return TokenResponse.of(tokens.get(caller, id));
    }

    @GetMapping("/current")
    CurrentTokenResponse current(@AuthenticationPrincipal Caller caller) {
        User user = users.get(caller.userId());
        return new CurrentTokenResponse(
                user.getOrganizationId(), Tenant.current().projectId(), user.getEmail());
    }

    @Capability("token:manage")
    @SecretAnswer
    @PostMapping
    IssuedTokenResponse create(@RequestBody TokenRequest request) {
        return IssuedTokenResponse.of(tokens.create(request));
    }

    @PutMapping("/{id}")
    TokenResponse update(
            @AuthenticationPrincipal Caller caller, @PathVariable UUID id, Patch<TokenNameRequest> change) {
        return TokenResponse.of(tokens.rename(caller, id, change));
    }

    @SecretAnswer
    @PostMapping("/{id}/refresh")
    IssuedTokenResponse refresh(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID id,
            @RequestBody(required = false) @Nullable TokenRefreshRequest request) {
        return IssuedTokenResponse.of(
                tokens.refresh(caller, id, request == null ? new TokenRefreshRequest(null) : request));
    }

    @DeleteMapping("/{id}")
    TokenResponse revoke(@AuthenticationPrincipal Caller caller, @PathVariable UUID id, IfMatch ifMatch) {
        return TokenResponse.of(tokens.revoke(caller, id, ifMatch));
    }
}
