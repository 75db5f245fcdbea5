package ai.rhesis.backend.suite.importing;

import ai.rhesis.backend.platform.security.Capability;
import java.util.UUID;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/import")
class ImportController {

    private final FileReading reading;
    private final ImportService imports;
    private final ImportConfirmation confirmation;

    ImportController(FileReading reading, ImportService imports, ImportConfirmation confirmation) {
        this.reading = reading;
        this.imports = imports;
        this.confirmation = confirmation;
    }

    @Capability("file:import")
    @PostMapping("/analyze")
    AnalysisResponse analyze(@RequestParam("file") MultipartFile file) {
        return reading.analyze(UploadedFile.of(file));
    }

    @PostMapping("/{id}/parse")
    ParseResponse parse(@PathVariable UUID id, @RequestBody ParseRequest request) {
        return ParseResponse.of(reading.parse(id, request));
    }

    @PostMapping("/{id}/remap")
    RemapResponse remap(@PathVariable UUID id) {
        return RemapResponse.of(reading.suggest(id));
    }

    /// @param problemsOnly whether to show the rows alone that can't be imported
    @GetMapping("/{id}/preview")
    PreviewResponse preview(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(name = "page_size", defaultValue = "50") int pageSize,
            @RequestParam(name = "problems_only", defaultValue = "false") boolean problemsOnly) {
        PageRequest request = new PageRequest(page, pageSize);
        return PreviewResponse.of(imports.preview(id, request, problemsOnly), request);
    }

    @PostMapping("/{id}/confirm")
    ImportedResponse confirm(@PathVariable UUID id, @RequestBody ConfirmRequest request) {
        return ImportedResponse.of(confirmation.confirm(id, request));
    }

    @DeleteMapping("/{id}")
    CancelledResponse cancel(@PathVariable UUID id) {
        return CancelledResponse.of(imports.cancel(id));
    }
}
