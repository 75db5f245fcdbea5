package ai.rhesis.backend.annotation.comment;

import ai.rhesis.backend.platform.query.ListRequest;
import ai.rhesis.backend.platform.security.Caller;
import ai.rhesis.backend.platform.security.Capability;
import ai.rhesis.backend.platform.web.IfMatch;
import ai.rhesis.backend.platform.web.Recyclable;
import ai.rhesis.backend.platform.web.body.Patch;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/comments")
class CommentController implements Recyclable<Comment> {

    private final CommentService comments;

    CommentController(CommentService comments) {
        this.comments = comments;
    }

    @Override
    @GetMapping
    public ResponseEntity<List<CommentResponse>> list(ListRequest request) {
        return comments.list(request).map(CommentResponse::of).toResponse();
    }

    @GetMapping("/entity/{entity_type}/{entity_id}")
    ResponseEntity<List<CommentResponse>> listAbout(
            @PathVariable("entity_type") String entityType,
            @PathVariable("entity_id") UUID entityId,
            ListRequest request) {
        return comments.listAbout(entityType, entityId, request)
                .map(CommentResponse::of)
                .toResponse();
    }

    @Override
    @GetMapping("/{id}")
    public CommentResponse get(@PathVariable UUID id) {
        return CommentResponse.of(comments.get(id));
    }

    @PostMapping
    CommentResponse create(@RequestBody CommentRequest request) {
        return CommentResponse.of(comments.create(request));
    }

    @PutMapping("/{id}")
    CommentResponse update(
            @AuthenticationPrincipal Caller caller, @PathVariable UUID id, Patch<CommentRequest> change) {
        return CommentResponse.of(comments.update(caller, id, change));
    }

    @DeleteMapping("/{id}")
    CommentResponse delete(@AuthenticationPrincipal Caller caller, @PathVariable UUID id, IfMatch ifMatch) {
        return CommentResponse.of(comments.delete(caller, id, ifMatch));
    }

    @Capability("comment:react")
    @PostMapping("/{id}/emoji/{emoji}")
    CommentResponse react(@AuthenticationPrincipal Caller caller, @PathVariable UUID id, @PathVariable String emoji) {
        return CommentResponse.of(comments.react(caller, id, Emoji.of(emoji)));
    }

    @DeleteMapping("/{id}/emoji/{emoji}")
    CommentResponse unreact(@AuthenticationPrincipal Caller caller, @PathVariable UUID id, @PathVariable String emoji) {
        return CommentResponse.of(comments.unreact(caller, id, Emoji.of(emoji)));
    }
}
