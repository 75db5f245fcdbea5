package ai.rhesis.backend.suite.prompt;

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
@RequestMapping("/prompts")
class PromptController implements Recyclable<Prompt> {

    private final PromptService prompts;

    PromptController(PromptService prompts) {
        this.prompts = prompts;
    }

    @Override
    @GetMapping
    public ResponseEntity<List<PromptResponse>> list(ListRequest request) {
        return prompts.list(request).map(PromptResponse::of).toResponse();
    }

    @Override
    @GetMapping("/{id}")
    public PromptResponse get(@PathVariable UUID id) {
        return PromptResponse.of(prompts.get(id));
    }

    @PostMapping
    PromptResponse create(@RequestBody PromptRequest request) {
        return PromptResponse.of(prompts.create(request));
    }

    @PutMapping("/{id}")
    PromptResponse update(@PathVariable UUID id, Patch<PromptRequest> change) {
        return PromptResponse.of(prompts.update(id, change));
    }

    @DeleteMapping("/{id}")
    PromptResponse delete(@PathVariable UUID id, IfMatch ifMatch) {
        return PromptResponse.of(prompts.delete(id, ifMatch));
    }
}
