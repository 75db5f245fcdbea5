package ai.rhesis.backend.integration.endpoint;

import ai.rhesis.backend.platform.query.ListRequest;
import ai.rhesis.backend.platform.security.Capability;
import ai.rhesis.backend.platform.web.IfMatch;
import ai.rhesis.backend.platform.web.Recyclable;
import ai.rhesis.backend.platform.web.body.Patch;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/endpoints")
class EndpointController implements Recyclable<Endpoint> {

    private final EndpointService endpoints;
    private final CountedCalls calls;
    private final MappingWork mappings;

    EndpointController(EndpointService endpoints, CountedCalls calls, MappingWork mappings) {
        this.endpoints = endpoints;
        this.calls = calls;
        this.mappings = mappings;
    }

    @Override
    @GetMapping
    public ResponseEntity<List<EndpointResponse>> list(ListRequest request) {
        return endpoints.list(request).map(EndpointResponse::of).toResponse();
    }

    @Override
    @GetMapping("/{id}")
    public EndpointResponse get(@PathVariable UUID id) {
        return EndpointResponse.of(endpoints.get(id));
    }

    @PostMapping
    EndpointResponse create(@RequestBody EndpointRequest request) {
        mappings.check(request);
        return EndpointResponse.of(endpoints.create(request));
    }

    @PutMapping("/{id}")
    EndpointResponse update(@PathVariable UUID id, Patch<EndpointRequest> change) {
        EndpointRequest wanted = endpoints.wanted(id, change);
        mappings.check(wanted);
        return EndpointResponse.of(endpoints.update(id, change, wanted));
    }

    @DeleteMapping("/{id}")
    EndpointResponse delete(@PathVariable UUID id, IfMatch ifMatch) {
        return EndpointResponse.of(endpoints.delete(id, ifMatch));
    }

    @Capability("playground:use")
    @PostMapping("/{id}/invoke")
    InvokeResponse invoke(@PathVariable UUID id, @RequestBody InvokeRequest request) {
        return InvokeResponse.of(calls.ask(id, request.toQuestion()));
    }

    @PostMapping("/{id}/test")
    InvokeResponse testMappings(@PathVariable UUID id, @RequestBody MappingTrialRequest request) {
        return InvokeResponse.of(calls.tryOut(id, request));
    }

    @GetMapping("/schema")
    EndpointSchemaResponse schema() {
        return EndpointSchemaResponse.CURRENT;
    }

    @PostMapping("/test")
    InvokeResponse test(@RequestBody UnsavedEndpointRequest request) {
        return InvokeResponse.of(calls.tryOut(request));
    }
}
