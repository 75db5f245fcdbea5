package ai.rhesis.backend.suite.prompt;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import ai.rhesis.backend.annotation.subject.AttachmentService;
import ai.rhesis.backend.annotation.subject.Attachments;
import ai.rhesis.backend.platform.persistence.Ancestry;
import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.query.ListRequest;
import ai.rhesis.backend.platform.query.Listing;
import ai.rhesis.backend.platform.query.Reference;
import ai.rhesis.backend.platform.query.Restriction;
import ai.rhesis.backend.platform.web.IfMatch;
import ai.rhesis.backend.platform.web.body.Patch;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Prompts and the many categories that each can belong to.
@Service
@Transactional
public class PromptService {

    private final PromptRepository prompts;
    private final AttachmentService attachments;

    PromptService(PromptRepository prompts, AttachmentService attachments) {
        this.prompts = prompts;
        this.attachments = attachments;
    }

    @Transactional(readOnly = true)
    public Listing<PromptView> list(ListRequest request) {
        return prompts.list(request, PromptFields.ALL, Restriction.none()).mapAll(this::views);
    }

    @Transactional(readOnly = true)
    public PromptView get(UUID id) {
        return view(prompts.get(id));
    }

    public PromptView create(PromptRequest request) {
        Prompt prompt = prompts.save(new Prompt(request));
        addCategories(prompt, request.allCategoryIds());
        return view(prompt);
    }

    /// Makes prompts of what is said and expected alone, in one statement, and returns their ids in the same order.
    public List<UUID> createAll(List<PromptRequest> requests) {
        PromptColumns columns = PromptColumns.of(requests);
        prompts.insertAll(columns);
        return List.of(columns.ids());
    }

    PromptView update(UUID id, Patch<PromptRequest> change) {
        Prompt prompt = prompts.getForUpdate(id);
        List<UUID> before = categoryIds(prompt);
        PromptRequest request = change.applyTo(PromptRequest.of(prompt, before), prompt.getVersion());
        Ancestry.require(id, request.parentId(), prompts::lockParentOf);
        prompt.change(request);
        replaceCategories(prompt, before, request.allCategoryIds(change::mentions));
        return view(prompts.save(prompt));
    }

    PromptView delete(UUID id, IfMatch ifMatch) {
        Prompt prompt = prompts.getForUpdate(id);
        ifMatch.check(prompt.getVersion());
        if (prompts.isUsedByTests(id)) {
            throw Problem.conflict("This prompt is used by tests; delete them first.")
                    .exception();
        }
        prompt.delete();
        return view(prompts.save(prompt));
    }

    private void replaceCategories(Prompt prompt, List<UUID> before, List<UUID> after) {
        if (!before.equals(after)) {
            prompts.removeCategories(prompt.getId());
            addCategories(prompt, after);
            prompt.touch();
        }
    }

    private void addCategories(Prompt prompt, List<UUID> categoryIds) {
        if (!categoryIds.isEmpty()) {
            prompts.addCategories(prompt.getId(), categoryIds.toArray(UUID[]::new));
        }
    }

    private List<UUID> categoryIds(Prompt prompt) {
        return prompts.findCategories(List.of(prompt.getId())).stream()
                .map(PromptCategoryView::categoryId)
                .toList();
    }

    private PromptView view(Prompt prompt) {
        return views(List.of(prompt)).getFirst();
    }

    private List<PromptView> views(List<Prompt> page) {
        List<UUID> ids = page.stream().map(Prompt::getId).toList();
        Map<UUID, List<Reference>> categories = prompts.findCategories(ids).stream()
                .collect(groupingBy(PromptCategoryView::promptId, mapping(PromptCategoryView::category, toList())));
        Attachments carried = attachments.of(Prompt.class, ids);
        return page.stream()
                .map(prompt -> new PromptView(
                        prompt, categories.getOrDefault(prompt.getId(), List.of()), carried.of(prompt.getId())))
                .toList();
    }
}
