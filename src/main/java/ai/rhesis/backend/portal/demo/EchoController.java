package ai.rhesis.backend.portal.demo;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The built-in target of the demo. It calls nobody, keeps nothing, and asks for a token like any other route.
@RestController
class EchoController {

    @PostMapping("/demo/echo")
    EchoResponse echo(@RequestParam(defaultValue = "good") String quality, @RequestBody EchoRequest request) {
        return new EchoResponse(Echo.of(quality).answer(request.question()));
    }
}
