package ai.rhesis.backend.suite.setgeneration;

import ai.rhesis.backend.integration.provider.ChosenModels;
import ai.rhesis.backend.integration.provider.ModelSnapshot;
import ai.rhesis.backend.platform.security.Capability;
import ai.rhesis.backend.suite.generation.GenerationGoal;
import ai.rhesis.backend.suite.generation.Materials;
import ai.rhesis.backend.suite.generation.SourceReference;
import ai.rhesis.backend.suite.generation.TestKind;
import java.util.UUID;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SetGenerationController {

    private final GenerationService generations;
    private final ChosenModels models;
    private final Materials materials;

    SetGenerationController(GenerationService generations, ChosenModels models, Materials materials) {
        this.generations = generations;
        this.models = models;
        this.materials = materials;
    }

    @Capability("test_set:generate")
    @PostMapping("/test_sets/generate")
    SetGenerationResponse generate(@RequestBody SetGenerationRequest request) {
        UUID project = request.requireProject();
        ModelSnapshot model = models.generation(request.modelId());
        GenerationGoal goal =
                request.config().goal(TestKind.of(request.testType()), SourceReference.ids(request.sources()));
        int batch = materials.of(goal.sources()).batch(request.numTests(), request.batchSize());
        return SetGenerationResponse.of(generations.start(
                new SetGeneration(request.name(), null, project, goal, model, request.numTests(), batch)));
    }
}
