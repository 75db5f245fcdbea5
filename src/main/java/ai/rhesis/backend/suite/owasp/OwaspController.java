package ai.rhesis.backend.suite.owasp;

import ai.rhesis.backend.platform.security.Capability;
import jakarta.validation.constraints.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/owasp")
class OwaspController {

    private final OwaspGeneration generation;

    OwaspController(OwaspGeneration generation) {
        this.generation = generation;
    }

    @Capability("owasp:read")
    @GetMapping("/categories")
    OwaspCategoriesResponse categories(
            @RequestParam(defaultValue = "llm") @Pattern(regexp = Framework.NAMES, message = Framework.MESSAGE)
                    String framework) {
        return OwaspCategoriesResponse.of(Framework.of(framework));
    }

    @Capability("owasp:create")
    @PostMapping("/generate")
    @ResponseStatus(HttpStatus.ACCEPTED)
    OwaspGenerationResponse generate(@RequestBody OwaspGenerationRequest request) {
        return OwaspGenerationResponse.of(request, generation.start(request));
    }
}
