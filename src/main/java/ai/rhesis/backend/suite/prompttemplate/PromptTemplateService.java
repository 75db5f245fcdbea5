package ai.rhesis.backend.suite.prompttemplate;

import ai.rhesis.backend.platform.persistence.Ancestry;
import ai.rhesis.backend.platform.query.ListRequest;
import ai.rhesis.backend.platform.query.Listing;
import ai.rhesis.backend.platform.query.Restriction;
import ai.rhesis.backend.platform.web.IfMatch;
import ai.rhesis.backend.platform.web.body.Patch;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The templates of an organization.
@Service
@Transactional
class PromptTemplateService {

    private final PromptTemplateRepository templates;

    PromptTemplateService(PromptTemplateRepository templates) {
        this.templates = templates;
    }

    @Transactional(readOnly = true)
    Listing<PromptTemplate> list(ListRequest request) {
        return templates.list(request, PromptTemplateFields.ALL, Restriction.none());
    }

    @Transactional(readOnly = true)
    PromptTemplate get(UUID id) {
        return templates.get(id);
    }

    PromptTemplate create(PromptTemplateRequest request) {
        return templates.save(new PromptTemplate(request));
    }

    PromptTemplate update(UUID id, Patch<PromptTemplateRequest> change) {
        PromptTemplate template = templates.getForUpdate(id);
        PromptTemplateRequest request = change.applyTo(PromptTemplateRequest.of(template), template.getVersion());
        Ancestry.require(id, request.parentId(), templates::lockParentOf);
        template.change(request);
        return templates.save(template);
    }

    PromptTemplate delete(UUID id, IfMatch ifMatch) {
        PromptTemplate template = templates.getForUpdate(id);
        ifMatch.check(template.getVersion());
        template.delete();
        return templates.save(template);
    }
}
