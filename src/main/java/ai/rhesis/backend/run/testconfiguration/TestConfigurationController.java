package ai.rhesis.backend.run.testconfiguration;

import ai.rhesis.backend.platform.query.ListRequest;
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
@RequestMapping("/test_configurations")
class TestConfigurationController implements Recyclable<TestConfiguration> {

    private final TestConfigurationService configurations;

    TestConfigurationController(TestConfigurationService configurations) {
        this.configurations = configurations;
    }

    @Override
    @GetMapping
    public ResponseEntity<List<TestConfigurationResponse>> list(ListRequest request) {
        return configurations.list(request).map(TestConfigurationResponse::of).toResponse();
    }

    @Override
    @GetMapping("/{id}")
    public TestConfigurationResponse get(@PathVariable UUID id) {
        return TestConfigurationResponse.of(configurations.get(id));
    }

    @PostMapping
    TestConfigurationResponse create(@RequestBody TestConfigurationRequest request) {
        return TestConfigurationResponse.of(configurations.create(request));
    }

    @PutMapping("/{id}")
    TestConfigurationResponse update(@PathVariable UUID id, Patch<TestConfigurationRequest> change) {
        return TestConfigurationResponse.of(configurations.update(id, change));
    }

    @DeleteMapping("/{id}")
    TestConfigurationResponse delete(@PathVariable UUID id, IfMatch ifMatch) {
        return TestConfigurationResponse.of(configurations.delete(id, ifMatch));
    }
}
