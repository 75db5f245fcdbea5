package ai.rhesis.backend.suite.garak;

import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.security.Capability;
import ai.rhesis.backend.suite.testset.TestSetService;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The routes for probes of Garak. There are none here: lists are empty, and who wants to import one is told so.
@RestController
@RequestMapping("/garak")
class GarakController {

    private static final String NONE = "This server has no probes of Garak";

    /// The page of the frontend shows it as "Garak v…", and nothing else that could say why its list is empty.
    private static final String VERSION = "0: this server has no probes of Garak";

    private final TestSetService sets;

    GarakController(TestSetService sets) {
        this.sets = sets;
    }

    @Capability("garak:read")
    @GetMapping("/probes")
    ProbesResponse probes() {
        return new ProbesResponse(VERSION, List.of(), 0);
    }

    @GetMapping("/probes/{module}")
    ProbesResponse module(@PathVariable String module) {
        throw Problem.notFound(NONE, module).exception();
    }

    @PostMapping("/import/preview")
    ProbesResponse previewImport() {
        throw none();
    }

    @Capability("garak:create")
    @PostMapping("/import")
    ProbesResponse importProbes() {
        throw none();
    }

    @GetMapping("/sync/{set}/preview")
    ProbesResponse previewSync(@PathVariable String set) {
        sets.get(set);
        throw none();
    }

    @PostMapping("/sync/{set}")
    ProbesResponse sync(@PathVariable String set) {
        sets.get(set);
        throw none();
    }

    @PostMapping("/generate")
    ProbesResponse generate() {
        throw none();
    }

    private static RuntimeException none() {
        return Problem.badRequest("probes", NONE).exception();
    }

    /// The modules of probes.
    record ProbesResponse(String garakVersion, List<String> modules, int totalModules) {}
}
