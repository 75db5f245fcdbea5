package ai.rhesis.backend.identity.login;

import ai.rhesis.backend.platform.secrets.Secret;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/auth")
class LoginController {

    private final RegistrationService registrations;
    private final LoginService logins;
    private final SessionService sessions;

    LoginController(RegistrationService registrations, LoginService logins, SessionService sessions) {
        this.registrations = registrations;
        this.logins = logins;
        this.sessions = sessions;
    }

    @PostMapping("/register")
    LoginResponse register(@RequestBody RegisterRequest request) {
        return LoginResponse.of(registrations.register(request));
    }

    @PostMapping("/login/email")
    LoginResponse login(@RequestBody LoginRequest request) {
        return LoginResponse.of(logins.login(request));
    }

    @PostMapping("/exchange-code")
    TokenPairResponse exchange(@RequestBody CodeRequest request) {
        return TokenPairResponse.of(sessions.exchange(new Secret(request.code())));
    }

    @PostMapping("/refresh")
    TokenPairResponse refresh(@RequestBody RefreshRequest request) {
        return TokenPairResponse.of(sessions.refresh(new Secret(request.refreshToken())));
    }

    @PostMapping("/logout")
    LogoutResponse logout(@RequestBody RefreshRequest request) {
        sessions.logout(new Secret(request.refreshToken()));
        return new LogoutResponse(true, "Logged out.");
    }
}
