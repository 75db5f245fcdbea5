package ai.rhesis.backend.suite.prompttemplate;

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
@RequestMapping("/prompt_templates")
class PromptTemplateController implements Recyclable<PromptTemplate> {

    private final PromptTemplateService templates;

    PromptTemplateController(PromptTemplateService templates) {
        this.templates = templates;
    }

    @Override
    @GetMapping
    public ResponseEntity<List<PromptTemplateResponse>> list(ListRequest request) {
        return templates.list(request).map(PromptTemplateResponse::of).toResponse();
    }

    @Override
    @GetMapping("/{id}")
    public PromptTemplateResponse get(@PathVariable UUID id) {
        return PromptTemplateResponse.of(templates.get(id));
    }

    @PostMapping
    PromptTemplateResponse create(@RequestBody PromptTemplateRequest request) {
        return PromptTemplateResponse.of(templates.create(request));
    }

    @PutMapping("/{id}")
    PromptTemplateResponse update(@PathVariable UUID id, Patch<PromptTemplateRequest> change) {
        return PromptTemplateResponse.of(templates.update(id, change));
    }

    @DeleteMapping("/{id}")
    PromptTemplateResponse delete(@PathVariable UUID id, IfMatch ifMatch) {
        return PromptTemplateResponse.of(templates.delete(id, ifMatch));
    }
}
