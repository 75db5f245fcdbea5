package ai.rhesis.backend.annotation.tag;

import ai.rhesis.backend.platform.persistence.NameRace;
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
@RequestMapping("/tags")
class TagController implements Recyclable<Tag> {

    private final TagService tags;

    TagController(TagService tags) {
        this.tags = tags;
    }

    @Override
    @GetMapping
    public ResponseEntity<List<TagResponse>> list(ListRequest request) {
        return tags.list(request).map(TagResponse::of).toResponse();
    }

    @Override
    @GetMapping("/{id}")
    public TagResponse get(@PathVariable UUID id) {
        return TagResponse.of(tags.get(id));
    }

    @PostMapping
    TagResponse create(@RequestBody TagRequest request) {
        return TagResponse.of(NameRace.settle(() -> tags.create(request)));
    }

    @PutMapping("/{id}")
    TagResponse update(@PathVariable UUID id, Patch<TagRequest> change) {
        return TagResponse.of(tags.update(id, change));
    }

    @DeleteMapping("/{id}")
    TagResponse delete(@PathVariable UUID id, IfMatch ifMatch) {
        return TagResponse.of(tags.delete(id, ifMatch));
    }

    @PostMapping("/{entity_type}/{entity_id}")
    TagResponse assign(
            @PathVariable("entity_type") String entityType,
            @PathVariable("entity_id") UUID entityId,
            @RequestBody TagRequest request) {
        return TagResponse.of(tags.assign(entityType, entityId, request));
    }

    @DeleteMapping("/{entity_type}/{entity_id}/{tag_id}")
    TagRemovedResponse unassign(
            @PathVariable("entity_type") String entityType,
            @PathVariable("entity_id") UUID entityId,
            @PathVariable("tag_id") UUID tagId) {
        tags.unassign(entityType, entityId, tagId);
        return TagRemovedResponse.SUCCESS;
    }
}
