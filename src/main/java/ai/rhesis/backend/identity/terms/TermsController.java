package ai.rhesis.backend.identity.terms;

import ai.rhesis.backend.platform.idempotency.SecretAnswer;
import ai.rhesis.backend.platform.security.AnyRole;
import ai.rhesis.backend.platform.security.Caller;
import ai.rhesis.backend.platform.security.WithoutOrganization;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@SecretAnswer
@RequestMapping("/auth")
class TermsController {

    private final TermsService terms;

    TermsController(TermsService terms) {
        this.terms = terms;
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
