package ai.rhesis.backend.identity.registration;

import ai.rhesis.backend.identity.login.LoginResponse;
import ai.rhesis.backend.identity.login.LoginSource;
import ai.rhesis.backend.identity.login.QuickStart;
import ai.rhesis.backend.platform.idempotency.SecretAnswer;
import ai.rhesis.backend.platform.security.Public;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@SecretAnswer
@RequestMapping("/auth")
class RegistrationController {

    private final RegistrationService registrations;
    private final QuickStart quickStart;

    RegistrationController(RegistrationService registrations, QuickStart quickStart) {
        this.registrations = registrations;
        this.quickStart = quickStart;
    }

    @Public
    @GetMapping("/providers")
    ProvidersResponse providers(HttpServletRequest http) {
        return ProvidersResponse.of(registrations.isOpen(), quickStart.isOpenTo(http));
    }

    @Public
    @PostMapping("/register")
    LoginResponse register(@RequestBody RegisterRequest request, HttpServletRequest http) {
        return LoginResponse.of(registrations.register(request, LoginSource.of(http.getRemoteAddr())));
    }
}
