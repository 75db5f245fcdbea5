package ai.rhesis.backend.identity.login;

import ai.rhesis.backend.platform.idempotency.SecretAnswer;
import ai.rhesis.backend.platform.secrets.Secret;
import ai.rhesis.backend.platform.security.AnyRole;
import ai.rhesis.backend.platform.security.Caller;
import ai.rhesis.backend.platform.security.Public;
import ai.rhesis.backend.platform.security.WithoutOrganization;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@SecretAnswer
@RequestMapping("/auth")
class LoginController {

    private final RegistrationService registrations;
    private final LoginService logins;
    private final SessionService sessions;
    private final PasswordService passwords;

    LoginController(
            RegistrationService registrations,
            LoginService logins,
            SessionService sessions,
            PasswordService passwords) {
        this.registrations = registrations;
        this.logins = logins;
        this.sessions = sessions;
        this.passwords = passwords;
    }

    @Public
    @PostMapping("/register")
    LoginResponse register(@RequestBody RegisterRequest request, HttpServletRequest http) {
        return LoginResponse.of(registrations.register(request, LoginSource.of(http.getRemoteAddr())));
    }

    @Public
    @PostMapping("/login/email")
    LoginResponse login(@RequestBody LoginRequest request, HttpServletRequest http) {
        return LoginResponse.of(logins.login(request, LoginSource.of(http.getRemoteAddr())));
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

    @AnyRole
    @WithoutOrganization
    @PutMapping("/password")
    TokenPairResponse changePassword(
            @AuthenticationPrincipal Caller caller, @RequestBody PasswordRequest request, HttpServletRequest http) {
        LoginSource source = LoginSource.of(http.getRemoteAddr());
        return TokenPairResponse.of(passwords.change(caller.userId(), request, source));
    }

    @Public
    @PostMapping("/logout")
    SuccessResponse logout(@RequestBody RefreshRequest request) {
        sessions.logout(new Secret(request.refreshToken()));
        return new SuccessResponse(true, "Logged out.");
    }
}
