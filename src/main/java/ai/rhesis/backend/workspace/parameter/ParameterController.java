package ai.rhesis.backend.workspace.parameter;

import ai.rhesis.backend.platform.web.IfMatch;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/projects/{id}/parameters/schema")
class ParameterController {

    private final ParameterService parameters;

    ParameterController(ParameterService parameters) {
        this.parameters = parameters;
    }

    @GetMapping
    ParameterSchemaResponse parameters(@PathVariable UUID id) {
        return ParameterSchemaResponse.of(parameters.get(id));
    }

    @PutMapping
    ParameterSchemaResponse putParameters(
            @PathVariable UUID id, @RequestBody ParameterSchemaRequest request, IfMatch ifMatch) {
        return ParameterSchemaResponse.of(parameters.put(id, request, ifMatch));
    }
}
