package ai.rhesis.backend.identity.login;

import ai.rhesis.backend.platform.idempotency.SecretAnswer;
import ai.rhesis.backend.platform.security.AnyRole;
import ai.rhesis.backend.platform.security.BearerToken;
import ai.rhesis.backend.platform.security.Caller;
import ai.rhesis.backend.platform.security.Public;
import ai.rhesis.backend.platform.security.WithoutOrganization;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The routes around a login that the pages of a browser client ask for.
@RestController
@SecretAnswer
@RequestMapping("/auth")
class SignInController {

    private final SessionService sessions;
    private final TermsService terms;
    private final QuickStart quickStart;
    private final RegistrationService registrations;

    SignInController(
            SessionService sessions, TermsService terms, QuickStart quickStart, RegistrationService registrations) {
        this.sessions = sessions;
        this.terms = terms;
        this.quickStart = quickStart;
        this.registrations = registrations;
    }

    @Public
    @GetMapping("/providers")
    ProvidersResponse providers(HttpServletRequest http) {
        return ProvidersResponse.of(registrations.isOpen(), quickStart.isOpenTo(http));
    }

    @Public
    @PostMapping("/local-login")
    LoginResponse localLogin(HttpServletRequest http) {
        return LoginResponse.of(quickStart.login(http));
    }

    @Public
    @PostMapping("/verify")
    VerifiedSessionResponse verify(@RequestBody VerifyRequest request) {
        return new VerifiedSessionResponse(true, sessions.holder(request.sessionToken()), request.page());
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

    @WithoutOrganization
    @GetMapping("/terms-status")
    TermsStatusResponse termsStatus(@AuthenticationPrincipal Caller caller) {
        return TermsStatusResponse.of(terms.status(caller.userId()));
    }

    @AnyRole
    @WithoutOrganization
    @PostMapping("/accept-terms")
    TermsAcceptedResponse acceptTerms(@AuthenticationPrincipal Caller caller) {
        terms.accept(caller.userId());
        return new TermsAcceptedResponse(true, true);
    }
}
