package ai.rhesis.backend.integration.autoconfigure;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/endpoints")
class AutoConfigureController {

    private final AutoConfiguration configuration;

    AutoConfigureController(AutoConfiguration configuration) {
        this.configuration = configuration;
    }

    @PostMapping("/auto-configure")
    AutoConfigureResponse autoConfigure(@RequestBody AutoConfigureRequest request) {
        return configuration.configure(request);
    }
}
