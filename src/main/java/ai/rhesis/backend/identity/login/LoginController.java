package ai.rhesis.backend.identity.login;

import ai.rhesis.backend.identity.session.TokenPairResponse;
import ai.rhesis.backend.platform.idempotency.SecretAnswer;
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

    private final LoginService logins;
    private final QuickStart quickStart;
    private final PasswordService passwords;

    LoginController(LoginService logins, QuickStart quickStart, PasswordService passwords) {
        this.logins = logins;
        this.quickStart = quickStart;
        this.passwords = passwords;
    }

    @Public
    @PostMapping("/login/email")
    LoginResponse login(@RequestBody LoginRequest request, HttpServletRequest http) {
        return LoginResponse.of(logins.login(request, LoginSource.of(http.getRemoteAddr())));
    }

    @Public
    @PostMapping("/local-login")
    LoginResponse localLogin(HttpServletRequest http) {
        return LoginResponse.of(quickStart.login(http));
    }

    @AnyRole
    @WithoutOrganization
    @PutMapping("/password")
    TokenPairResponse changePassword(
            @AuthenticationPrincipal Caller caller, @RequestBody PasswordRequest request, HttpServletRequest http) {
        LoginSource source = LoginSource.of(http.getRemoteAddr());
        return TokenPairResponse.of(passwords.change(caller.userId(), request, source));
    }
}
