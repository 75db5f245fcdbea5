package ai.rhesis.backend.identity.session;

import ai.rhesis.backend.platform.idempotency.SecretAnswer;
import ai.rhesis.backend.platform.secrets.Secret;
import ai.rhesis.backend.platform.security.BearerToken;
import ai.rhesis.backend.platform.security.Public;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@SecretAnswer
@RequestMapping("/auth")
class SessionController {

    private final SessionService sessions;

    SessionController(SessionService sessions) {
        this.sessions = sessions;
    }

    @Public
    @PostMapping("/exchange-code")
    TokenPairResponse exchange(@RequestBody CodeRequest request) {
        return TokenPairResponse.of(sessions.exchange(new Secret(request.code())));
    }

    @Public
    @PostMapping("/refresh")
    TokenPairResponse refresh(@RequestBody RefreshRequest request) {
        return TokenPairResponse.of(sessions.refresh(new Secret(request.refreshToken())));
    }

    @Public
    @PostMapping("/verify")
    VerifiedSessionResponse verify(@RequestBody VerifyRequest request) {
        return new VerifiedSessionResponse(true, sessions.holder(request.sessionToken()), request.page());
    }

    @Public
    @PostMapping("/logout")
    SuccessResponse logout(@RequestBody RefreshRequest request) {
        sessions.logout(new Secret(request.refreshToken()));
        return new SuccessResponse(true, "Logged out.");
    }

    /// Ends all sessions of the token of the header, else of the query, where a frontend's server puts it.
    @Public
    @GetMapping("/logout")
    SuccessResponse logoutEverywhere(
            HttpServletRequest http, @RequestParam(name = "session_token", required = false) @Nullable String token) {
        String bearer = BearerToken.of(http.getHeader(HttpHeaders.AUTHORIZATION));
        sessions.endAll(bearer == null ? token : bearer);
        return new SuccessResponse(true, "Logged out.");
    }
}
